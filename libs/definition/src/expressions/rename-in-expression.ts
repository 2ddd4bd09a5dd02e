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
  if (!source.includes(from)) return source;
  const { cel, offsets } = toCel(source, stepIds);
  let renamed = source;
  for (const place of placesOf(cel, from).sort((left, right) => right.start - left.start)) {
    const start = offsets[place.start] as number;
    const end = (offsets[place.end - 1] as number) + 1;
    renamed = renamed.slice(0, start) + inSource(source.slice(start, end), from, to) + renamed.slice(end);
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
  } catch {
    // It cannot be read, so it reads no step.
    return [];
  }
}

/** The part of a tree that names the step: `steps.id` of `steps.id.fact`, the argument of `was_skipped`. */
function spanOf(tree: Tree, id: string): Span | null {
  if (tree.kind === 'call' && skippedStep(tree) === id) return tree.arguments[0] as Tree;
  const name = fullName(tree);
  if (name?.[0] !== 'steps' || name[1] !== id) return null;
  return (tree as Extract<Tree, { kind: 'member' | 'index' }>).target;
}

/** After a dot only what reads as a name there, bare never, inside quotes anything. */
function inSource(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from);
  const before = text.slice(0, at);
  const after = text.slice(at + from.length);
  if (/\.\s*$/.test(before) && !readsAfterDot(to)) {
    return `${before.replace(/\.\s*$/, '')}[${JSON.stringify(to)}]${after}`;
  }
  const bare = before === '' && after === '';
  return bare ? JSON.stringify(to) : before + to + after;
}

function readsAfterDot(id: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(id) && !['in', 'true', 'false', 'null'].includes(id.toLowerCase());
}
