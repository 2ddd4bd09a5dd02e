import type { Problem } from './problem.js';

const SECTIONS = ['inputs', 'variables', 'steps', 'connections', 'metadata'];

/**
 * Problems in definition order: of the document, its inputs and variables, its steps, its connections, its
 * metadata. Those of one step or connection keep the order in which they were found.
 */
export function inDefinitionOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems
    .map((problem) => ({ problem, ...placeOf(problem.path) }))
    .sort((left, right) => left.section - right.section || left.index - right.index)
    .map(({ problem }) => problem);
}

function placeOf(path: string): { readonly section: number; readonly index: number } {
  const [, top = '', entry = ''] = path.split('/', 3);
  const index = entry === '' ? -1 : Number(entry);
  return { section: SECTIONS.indexOf(top), index: Number.isInteger(index) ? index : 0 };
}
