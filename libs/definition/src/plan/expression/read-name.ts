import type { Tree } from './tree.js';

/** How many parts a full name has after its first: `steps.search.confidence` has two. */
const PARTS: Readonly<Record<string, number>> = {
  input: 1,
  variables: 1,
  steps: 2,
  error: 1,
  __loop: 1,
  values: 0,
};

/** Words that begin a full name and so cannot be the name of an item in `filter(item, …)`. */
export function isRoot(name: string): boolean {
  return Object.hasOwn(PARTS, name);
}

/** The first word and the parts of a full name, when the tree is exactly one. */
export function fullName(tree: Tree): readonly string[] | null {
  const path: string[] = [];
  let at = tree;
  while (at.kind === 'member' || at.kind === 'index') {
    if (at.kind === 'member') path.unshift(at.field);
    else if (at.index.kind === 'literal' && typeof at.index.value === 'string') path.unshift(at.index.value);
    else return null;
    if (path.length > 2) return null;
    at = at.target;
  }
  if (at.kind !== 'name' || !isRoot(at.name) || PARTS[at.name] !== path.length) return null;
  return [at.name, ...path];
}

/** The step a `was_skipped(…)` asks about, written as a name, as `steps.name` or as a text. */
export function skippedStep(tree: Tree): string | null {
  if (tree.kind !== 'call' || tree.name !== 'was_skipped') return null;
  const [about] = tree.arguments;
  if (about === undefined || tree.arguments.length !== 1) return null;
  if (about.kind === 'literal' && typeof about.value === 'string') return about.value;
  if (about.kind === 'name') return about.name;
  if (about.kind === 'member' && about.target.kind === 'name' && about.target.name === 'steps')
    return about.field;
  const { kind } = about;
  if (kind !== 'index' || about.target.kind !== 'name' || about.target.name !== 'steps') return null;
  return about.index.kind === 'literal' && typeof about.index.value === 'string' ? about.index.value : null;
}

/** The key under which a plan lists a name: as a person writes it. */
export function readKey(tree: Tree): string | null {
  const skipped = skippedStep(tree);
  if (skipped !== null) return `was_skipped(${skipped})`;
  const name = fullName(tree);
  return name === null ? null : name.join('.').replace(/^__loop/, 'loop');
}
