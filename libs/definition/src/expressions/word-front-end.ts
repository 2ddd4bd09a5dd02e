/** CEL text made from what a person wrote, and the way back for places in it. */
export interface CelText {
  readonly cel: string;
  /** Offset in the person's text for each offset in `cel`, the end included. */
  readonly offsets: readonly number[];
}

const WORDS: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  in: 'in',
  true: 'true',
  false: 'false',
  null: 'null',
};

/** Ends what a NOT reaches over: it binds weaker than a comparison, as in SQL. */
const CLOSES_NOT: ReadonlySet<string> = new Set(['&&', '||', ',', '?', ':']);
const OPENING: ReadonlySet<string> = new Set(['(', '[', '{']);
const CLOSING: ReadonlySet<string> = new Set([')', ']', '}']);

const TOKEN =
  /\s+|\/\/[^\n]*|[bBrR]?(?:"""[\s\S]*?"""|'''[\s\S]*?''')|[bBrR]?(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')|[A-Za-z_][A-Za-z0-9_]*|\d[\w.]*|<>|[<>!=]=|&&|\|\||[\s\S]/gy;

/**
 * Lets people write AND, OR, NOT, IN, TRUE in any case, `=` for `==` and `<>` for `!=`. Texts, comments and
 * names after a dot stay as they are. A step id with a hyphen may stand after `steps.` when it is one of `stepIds`.
 */
export function toCel(source: string, stepIds: { has(id: string): boolean } = new Set<string>()): CelText {
  return new FrontEnd(source, stepIds).run();
}

class FrontEnd {
  private cel = '';
  private readonly offsets: number[] = [];
  /** For each open bracket, how many NOTs wait to be closed. */
  private readonly open: number[] = [0];
  private previous = '';

  constructor(
    private readonly source: string,
    private readonly stepIds: { has(id: string): boolean },
  ) {}

  run(): CelText {
    let at = 0;
    while (at < this.source.length) {
      const hyphenated = this.hyphenatedStep(at);
      if (hyphenated !== null) {
        at = hyphenated;
        continue;
      }
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(this.source)?.[0] ?? this.source.charAt(at);
      this.token(token, at);
      at += token.length;
    }
    this.closeNots(this.source.length);
    this.offsets.push(this.source.length);
    return { cel: this.cel, offsets: this.offsets };
  }

  private token(token: string, at: number): void {
    if (/^(\s|\/\/)/.test(token)) return this.emit(token, at);
    const meant = this.previous === '.' ? token : meaning(token);
    if (meant === 'not') {
      this.emit('!(', at);
      this.open[this.open.length - 1] = this.top() + 1;
    } else {
      if (CLOSES_NOT.has(meant)) this.closeNots(at);
      if (CLOSING.has(meant)) {
        this.closeNots(at);
        if (this.open.length > 1) this.open.pop();
      }
      this.emit(meant, at);
      if (OPENING.has(meant)) this.open.push(0);
    }
    this.previous = meant;
  }

  /** `steps.read-all.` becomes `steps["read-all"].`; gives where to go on. */
  private hyphenatedStep(at: number): number | null {
    if (this.previous !== '.' || !/(^|[^\w.])steps\s*\.\s*$/.test(this.cel.slice(-24))) return null;
    const run = /^[\p{L}\p{N}_-]+/u.exec(this.source.slice(at, at + 200))?.[0] ?? '';
    if (/^[A-Za-z_]\w*$/.test(run) || !this.stepIds.has(run)) return null;
    const dot = this.cel.lastIndexOf('.');
    this.cel = this.cel.slice(0, dot);
    this.offsets.length = dot;
    this.emit(`[${JSON.stringify(run)}]`, at);
    this.offsets[this.offsets.length - 1] = at + run.length - 1;
    this.previous = ']';
    return at + run.length;
  }

  private closeNots(at: number): void {
    this.emit(')'.repeat(this.top()), at, false);
    this.open[this.open.length - 1] = 0;
  }

  private top(): number {
    return this.open[this.open.length - 1] ?? 0;
  }

  /** `same`: the text stands at this place of the source, letter by letter. */
  private emit(text: string, at: number, same = this.source.startsWith(text, at)): void {
    for (let index = 0; index < text.length; index += 1) this.offsets.push(same ? at + index : at);
    this.cel += text;
  }
}

function meaning(token: string): string {
  if (token === '=') return '==';
  if (token === '<>') return '!=';
  // `loop` is reserved in CEL.
  if (token === 'loop') return '__loop';
  const word = token.toLowerCase();
  if (word === 'not') return 'not';
  return Object.hasOwn(WORDS, word) ? (WORDS[word] as string) : token;
}
