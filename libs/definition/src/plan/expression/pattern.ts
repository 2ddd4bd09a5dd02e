import { ExpressionFault } from './expression-fault.js';

/** One instruction of a compiled pattern; `next` and `other` are indices of instructions. */
export type Instruction =
  | { readonly kind: 'unit'; readonly accepts: (code: number) => boolean; next: number }
  | { readonly kind: 'fork'; next: number; other: number }
  | { readonly kind: 'start' | 'end'; next: number }
  | { readonly kind: 'match' };

/** A piece of a program with the ends that are still to be connected. */
interface Fragment {
  readonly entry: number;
  readonly exits: readonly ((target: number) => void)[];
}

const MAXIMUM_INSTRUCTIONS = 2_000;
const MAXIMUM_REPEAT = 200;
const MAXIMUM_GROUPS = 30;

/**
 * Compiles a regular expression to a program for the linear-time matcher (K. Thompson, "Regular
 * Expression Search Algorithm", 1968). Literals, `.`, classes, `\d \w \s`, groups, `|`, `* + ? {m,n}`,
 * `^ $` and a leading `(?i)`; nothing that needs backtracking exists.
 */
export function compilePattern(pattern: string): readonly Instruction[] {
  return new PatternCompiler(pattern).program();
}

class PatternCompiler {
  private readonly instructions: Instruction[] = [];
  private readonly ignoreCase: boolean;
  private at: number;
  private depth = 0;

  constructor(private readonly text: string) {
    this.ignoreCase = text.startsWith('(?i)');
    this.at = this.ignoreCase ? 4 : 0;
  }

  program(): readonly Instruction[] {
    const whole = this.alternatives();
    if (this.at < this.text.length) throw this.fault('has a ")" too many');
    connect(whole, this.add({ kind: 'match' }));
    // The matcher starts at instruction 0; the entry of an alternative may be further on.
    return whole.entry === 0 ? this.instructions : this.startingAt(whole.entry);
  }

  private startingAt(entry: number): readonly Instruction[] {
    const shifted = this.instructions.map((instruction) => shift(instruction));
    return [{ kind: 'fork', next: entry + 1, other: entry + 1 }, ...shifted];
  }

  private alternatives(): Fragment {
    let left = this.sequence();
    while (this.text[this.at] === '|') {
      this.at += 1;
      const right = this.sequence();
      const entry = this.add({ kind: 'fork', next: left.entry, other: right.entry });
      left = { entry, exits: [...left.exits, ...right.exits] };
    }
    return left;
  }

  private sequence(): Fragment {
    let whole: Fragment | null = null;
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') {
      const next = this.repeated();
      whole = whole ? join(whole, next) : next;
    }
    return whole ?? this.nothing();
  }

  private repeated(): Fragment {
    const start = this.at;
    const first = this.single();
    const end = this.at;
    const range = this.range();
    if (range === null) return first;
    const [low, high] = range;
    const after = this.at;
    let whole: Fragment | null = null;
    const again = (): Fragment => {
      if (whole === null && low > 0) return first;
      this.at = start;
      const copy = this.single();
      this.at = end;
      return copy;
    };
    for (let count = 0; count < low; count += 1) {
      const copy = again();
      whole = whole ? join(whole, copy) : copy;
    }
    if (high === Infinity) {
      const loop = this.star(again());
      whole = whole ? join(whole, loop) : loop;
    } else {
      for (let count = low; count < high; count += 1) {
        const maybe = this.optional(again());
        whole = whole ? join(whole, maybe) : maybe;
      }
    }
    this.at = after;
    if (/^[*+?{]/.test(this.text.slice(this.at))) throw this.fault('repeats a repetition');
    return whole ?? this.nothing();
  }

  /** How often the part before it may stand, or null when it stands once. */
  private range(): readonly [number, number] | null {
    const found = /^(?:\*|\+|\?|\{(\d{1,4})(,(\d{1,4})?)?\})/.exec(this.text.slice(this.at, this.at + 12));
    if (found === null) return null;
    this.at += found[0].length;
    if (found[0] === '*') return [0, Infinity];
    if (found[0] === '+') return [1, Infinity];
    if (found[0] === '?') return [0, 1];
    const low = Number(found[1]);
    const high = found[2] === undefined ? low : found[3] === undefined ? Infinity : Number(found[3]);
    const largest = high === Infinity ? low : high;
    if (largest > MAXIMUM_REPEAT || low > high) throw this.fault(`repeats more than ${MAXIMUM_REPEAT} times`);
    return [low, high];
  }

  private single(): Fragment {
    const character = this.text[this.at] as string;
    switch (character) {
      case '(':
        return this.group();
      case '[':
        return this.unit(this.characterClass());
      case '.':
        this.at += 1;
        return this.unit((code) => code !== 10);
      case '^':
      case '$':
        this.at += 1;
        return this.anchor(character === '^' ? 'start' : 'end');
      case '*':
      case '+':
      case '?':
        throw this.fault(`has nothing to repeat before "${character}"`);
      default:
        return this.unit(this.character());
    }
  }

  private group(): Fragment {
    this.depth += 1;
    if (this.depth > MAXIMUM_GROUPS) throw this.fault('is nested too deeply');
    this.at += 1;
    if (this.text.startsWith('?:', this.at)) this.at += 2;
    else if (this.text[this.at] === '?') throw this.fault('uses a kind of group that is not supported');
    const inner = this.alternatives();
    if (this.text[this.at] !== ')') throw this.fault('misses a ")"');
    this.at += 1;
    this.depth -= 1;
    return inner;
  }

  private characterClass(): (code: number) => boolean {
    this.at += 1;
    const negated = this.text[this.at] === '^';
    if (negated) this.at += 1;
    const members: ((code: number) => boolean)[] = [];
    while (this.text[this.at] !== ']' || members.length === 0) {
      if (this.at >= this.text.length) throw this.fault('misses a "]"');
      members.push(this.classMember());
    }
    this.at += 1;
    return (code) => members.some((accepts) => accepts(code)) !== negated;
  }

  private classMember(): (code: number) => boolean {
    const from = this.text.charCodeAt(this.at);
    if (this.text[this.at] === '\\') return this.character();
    if (this.text[this.at + 1] === '-' && this.at + 2 < this.text.length && this.text[this.at + 2] !== ']') {
      const to = this.text.charCodeAt(this.at + 2);
      if (to < from || this.text[this.at + 2] === '\\') throw this.fault('has a range that runs backwards');
      this.at += 3;
      return this.cased((code) => code >= from && code <= to);
    }
    this.at += 1;
    return this.cased((code) => code === from);
  }

  private character(): (code: number) => boolean {
    if (this.text[this.at] !== '\\') {
      const code = this.text.charCodeAt(this.at);
      this.at += 1;
      return this.cased((other) => other === code);
    }
    const escaped = this.text[this.at + 1];
    if (escaped === undefined) throw this.fault('ends in the middle of an escape');
    this.at += 2;
    const named = NAMED_CLASSES[escaped];
    if (named) return named;
    if (/[A-Za-z0-9]/.test(escaped)) throw this.fault(`uses "\\${escaped}", which is not supported`);
    const code = escaped.charCodeAt(0);
    return (other) => other === code;
  }

  private cased(accepts: (code: number) => boolean): (code: number) => boolean {
    return this.ignoreCase ? (code) => accepts(code) || accepts(otherCase(code)) : accepts;
  }

  private unit(accepts: (code: number) => boolean): Fragment {
    const instruction: Instruction = { kind: 'unit', accepts, next: -1 };
    return { entry: this.add(instruction), exits: [(target) => void (instruction.next = target)] };
  }

  private anchor(kind: 'start' | 'end'): Fragment {
    const instruction: Instruction = { kind, next: -1 };
    return { entry: this.add(instruction), exits: [(target) => void (instruction.next = target)] };
  }

  private nothing(): Fragment {
    const instruction: Instruction = { kind: 'fork', next: -1, other: -1 };
    const exit = (target: number): void => {
      instruction.next = target;
      instruction.other = target;
    };
    return { entry: this.add(instruction), exits: [exit] };
  }

  private optional(inner: Fragment): Fragment {
    const fork: Instruction = { kind: 'fork', next: inner.entry, other: -1 };
    return { entry: this.add(fork), exits: [...inner.exits, (target) => void (fork.other = target)] };
  }

  private star(inner: Fragment): Fragment {
    const fork: Instruction = { kind: 'fork', next: inner.entry, other: -1 };
    const entry = this.add(fork);
    connect(inner, entry);
    return { entry, exits: [(target) => void (fork.other = target)] };
  }

  private add(instruction: Instruction): number {
    if (this.instructions.length >= MAXIMUM_INSTRUCTIONS) throw this.fault('is too big');
    return this.instructions.push(instruction) - 1;
  }

  private fault(what: string): ExpressionFault {
    return new ExpressionFault(`The pattern ${what}.`);
  }
}

const NAMED_CLASSES: Readonly<Record<string, (code: number) => boolean>> = (() => {
  const digit = (code: number): boolean => code >= 48 && code <= 57;
  const word = (code: number): boolean =>
    digit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
  const space = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 160;
  return {
    d: digit,
    D: (code) => !digit(code),
    w: word,
    W: (code) => !word(code),
    s: space,
    S: (code) => !space(code),
    n: (code) => code === 10,
    r: (code) => code === 13,
    t: (code) => code === 9,
  };
})();

/** ASCII letters only: the case of other letters depends on the language. */
function otherCase(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  return code >= 97 && code <= 122 ? code - 32 : code;
}

function connect(fragment: Fragment, target: number): void {
  for (const exit of fragment.exits) exit(target);
}

function join(left: Fragment, right: Fragment): Fragment {
  connect(left, right.entry);
  return { entry: left.entry, exits: right.exits };
}

function shift(instruction: Instruction): Instruction {
  switch (instruction.kind) {
    case 'match':
      return instruction;
    case 'fork':
      return { ...instruction, next: instruction.next + 1, other: instruction.other + 1 };
    default:
      return { ...instruction, next: instruction.next + 1 };
  }
}
