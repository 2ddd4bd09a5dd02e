import type { Tree } from '../../plan/expression/tree.js';
import { parts } from '../../plan/expression/tree.js';
import type { Read } from '../../plan/plan.js';

/** A part of a condition whose value is compared: the same text stands for the same value. */
export interface Term {
  readonly key: string;
  /** Whether it has the same value at every later step of a way. */
  readonly stable: boolean;
}

/** By part of an expression that is a name from outside, what it reads. */
export type Meaning = ReadonlyMap<Tree, Read>;

/** These see whether something is there yet, which may be otherwise later. */
const ASKS_WHETHER_THERE: ReadonlySet<string> = new Set(['exists', 'has', 'coalesce', 'default']);

export function termOf(tree: Tree, meaning: Meaning): Term {
  return { key: keyOf(tree, meaning), stable: isStable(tree, meaning) };
}

function isStable(tree: Tree, meaning: Meaning): boolean {
  const read = meaning.get(tree);
  if (read !== undefined) return read.kind === 'input' || read.kind === 'fact';
  if (tree.kind === 'call' && ASKS_WHETHER_THERE.has(tree.name)) return false;
  return parts(tree).every((part) => isStable(part, meaning));
}

/** Names in full, everything in brackets: two spellings of the same thing have the same key. */
function keyOf(tree: Tree, meaning: Meaning): string {
  const read = meaning.get(tree);
  if (read !== undefined) return read.key;
  const inner = parts(tree).map((part) => keyOf(part, meaning));
  switch (tree.kind) {
    case 'literal':
      return JSON.stringify(tree.value);
    case 'name':
      return `~${tree.name}`;
    case 'member':
      return `${inner.join()}.${JSON.stringify(tree.field)}`;
    case 'call':
      return `${tree.name}(${inner.join()})`;
    case 'each':
      return `${tree.quantifier}:${tree.variable}:${tree.test ? 't' : ''}(${inner.join()})`;
    case 'binary':
      return `(${inner.join(tree.operator)})`;
    case 'index':
    case 'list':
    case 'map':
    case 'choice':
    case 'and':
    case 'or':
    case 'not':
    case 'minus':
      return `${tree.kind}(${inner.join()})`;
  }
}
