import { ExpressionFault } from '../plan/expression/expression-fault.js';
import { parseCel } from '../plan/expression/parse-cel.js';
import { fullName, skippedStep } from '../plan/expression/read-name.js';
import type { Tree } from '../plan/expression/tree.js';
import type { ValueType } from '../plan/expression/value.js';
import { typeName } from '../plan/expression/value.js';
import type { PlanExpression, Read } from '../plan/plan.js';
import { LIMITS } from '../limits.js';
import { utf8Bytes } from '../utf8-bytes.js';
import { checkTypes, TypeFault } from './check-types.js';
import type { FoundName, Lookup, NameScope } from './name-scope.js';
import type { ProblemCode } from '../problem-codes.js';
import { toCel } from './word-front-end.js';

/** What is wrong with an expression, and where in its text. */
export interface ExpressionProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly span: { readonly start: number; readonly end: number };
}

export interface CompiledExpression {
  readonly expression: PlanExpression | null;
  readonly type: ValueType;
  readonly problems: readonly ExpressionProblem[];
  /** The parsed text and what its names mean; null when it does not compile. */
  readonly parsed: { readonly tree: Tree; readonly meaning: ReadonlyMap<Tree, Read> } | null;
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Parses, resolves and type-checks one expression; what it gives must fit `expects`. */
export function compileExpression(source: string, scope: NameScope, expects: ValueType): CompiledExpression {
  const whole = { start: 0, end: source.length };
  if (utf8Bytes(source) > LIMITS.expressionBytes) {
    return failed('EXPRESSION_TOO_LONG', `An expression has at most ${LIMITS.expressionBytes} bytes.`, whole);
  }
  const { cel, offsets } = toCel(source, scope.stepIds);
  const back = (start: number, end: number): ExpressionProblem['span'] => {
    const from = offsets[Math.min(start, cel.length)] as number;
    const to = end > start ? (offsets[Math.min(end, cel.length) - 1] as number) + 1 : from;
    return { start: from, end: Math.max(from, Math.min(to, source.length)) };
  };
  try {
    return compiled(source, cel, parseCel(cel), scope, expects, back);
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    const code = error instanceof TypeFault ? 'EXPRESSION_TYPE' : 'EXPRESSION_SYNTAX';
    return failed(code, error.message, back(error.start, error.end));
  }
}

function failed(code: ProblemCode, message: string, span: ExpressionProblem['span']): CompiledExpression {
  return { expression: null, type: 'any', problems: [{ code, message, span }], parsed: null };
}

function compiled(
  source: string,
  cel: string,
  tree: Tree,
  scope: NameScope,
  expects: ValueType,
  back: (start: number, end: number) => ExpressionProblem['span'],
): CompiledExpression {
  const reads = new Map<string, Read>();
  const meaning = new Map<Tree, Read>();
  const replacements: Replacement[] = [];
  const problems: ExpressionProblem[] = [];
  const note = (at: Tree, lookup: Lookup, text: (found: FoundName) => string | null): ValueType => {
    if (lookup.kind === 'problem') {
      problems.push({ code: lookup.code, message: lookup.message, span: back(at.start, at.end) });
      return 'any';
    }
    const { read, type } = lookup.found;
    if (!reads.has(read.key)) reads.set(read.key, read);
    meaning.set(at, read);
    const replacement = text(lookup.found);
    if (replacement !== null) replacements.push({ start: at.start, end: at.end, text: replacement });
    return type;
  };
  const nameType = (at: Tree): ValueType | null => {
    const skipped = skippedStep(at);
    if (skipped !== null) {
      return note(at, scope.skipped(skipped), () => `was_skipped(${JSON.stringify(skipped)})`);
    }
    const path = fullName(at);
    if (path !== null) return note(at, scope.full(path), () => null);
    return at.kind === 'name' ? note(at, scope.bare(at.name), ({ read }) => inFull(read)) : null;
  };
  const type = checkTypes(tree, nameType);
  if (problems.length > 0) return { expression: null, type, problems, parsed: null };
  if (expects !== 'any' && type !== 'any' && type !== 'null' && type !== expects) {
    const message = `This must give ${typeName(expects)}, but it gives ${typeName(type)}.`;
    return failed('EXPRESSION_TYPE', message, { start: 0, end: source.length });
  }
  return {
    expression: { source, cel: replaced(cel, replacements), reads: [...reads.values()] },
    type,
    problems,
    parsed: { tree, meaning },
  };
}

/** CEL for a name in full; ids that are no identifiers go in brackets. */
function inFull(read: Read): string {
  switch (read.kind) {
    case 'input':
      return access('input', read.name);
    case 'variable':
      return access('variables', read.key.slice('variables.'.length));
    case 'fact': {
      const step = read.key.slice('steps.'.length, -(read.fact.length + 1));
      return access(access('steps', step), read.fact);
    }
    case 'skipped':
    case 'loop':
    case 'error':
    case 'values':
      return read.key;
  }
}

function access(target: string, name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !CEL_WORDS.has(name)
    ? `${target}.${name}`
    : `${target}[${JSON.stringify(name)}]`;
}

/** Words that CEL does not take after a dot. */
const CEL_WORDS: ReadonlySet<string> = new Set(['in', 'true', 'false', 'null']);

function replaced(cel: string, replacements: readonly Replacement[]): string {
  let text = cel;
  for (const { start, end, text: by } of [...replacements].sort((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + by + text.slice(end);
  }
  return text;
}
