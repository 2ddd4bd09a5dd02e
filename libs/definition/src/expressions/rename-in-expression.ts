import { ExpressionFault } from '../plan/expression/expression-fault.js';
import { parseCel } from '../plan/expression/parse-cel.js';
import { fullName, skippedStep } from '../plan/expression/read-name.js';
import { parts } from '../plan/expression/tree.js';
import type { Tree } from '../plan/expression/tree.js';
import { toCel } from './word-front-end.js';

/** An expression in which a step has another id; one that cannot be read stays as it is. */
export function renameInExpression(
  source: string,
  from: string,
  to: string,
  stepIds: ReadonlySet<string>,
): string {
  const { cel, offsets } = toCel(source, stepIds);
  let renamed = source;
  for (const place of placesOf(cel, from).sort((left, right) => right.start - left.start)) {
    const start = offsets[place.start] ?? source.length;
    const end = (offsets[place.end - 1] ?? source.length - 1) + 1;
    const text = source.slice(start, end);
    // A bracketed id that the front-end made from a hyphenated one has no bracket in the source.
    const stepEnd = end < start ? start : end;
    renamed = renamed.slice(0, start) + inSource(text, from, to) + renamed.slice(stepEnd);
  }
  return renamed;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function placesOf(cel: string, id: string): Span[] {
  try {
    const found: Span[] = [];
    const work = [parseCel(cel)];
    for (let tree = work.pop(); tree !== undefined; tree = work.pop()) {
      const span = spanOf(tree, id);
      if (span === null) work.push(...parts(tree));
      else found.push(span);
    }
    return found;
  } catch (error) {
    if (error instanceof ExpressionFault) return [];
    throw error;
  }
}

/** The part of a tree that names the step: `steps.id` of `steps.id.fact`, the argument of `was_skipped`. */
function spanOf(tree: Tree, id: string): Span | null {
  if (tree.kind === 'call' && skippedStep(tree) === id) return tree.arguments[0] ?? null;
  const name = fullName(tree);
  if (name?.[0] !== 'steps' || name[1] !== id) return null;
  return tree.kind === 'member' || tree.kind === 'index' ? tree.target : null;
}

function inSource(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from);
  const before = text.slice(0, at);
  const after = text.slice(at + from.length);
  const dotted = /\.\s*$/.test(before);
  return dotted && !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(to)
    ? `${before.replace(/\.\s*$/, '')}[${JSON.stringify(to)}]${after}`
    : before + to + after;
}
