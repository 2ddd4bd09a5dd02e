import type { ServiceName } from '../../../apps/local/src/product.mjs';

/** What is killed, all at the same moment. */
export interface Kind {
  readonly name: string;
  readonly services: readonly ServiceName[];
}

/** Nothing is killed: how the workloads end by themselves. */
export const UNDISTURBED: Kind = { name: 'none', services: [] };

export const KINDS: readonly Kind[] = [
  { name: 'worker', services: ['worker'] },
  { name: 'API', services: ['API'] },
  { name: 'Temporal', services: ['Temporal'] },
  { name: 'Postgres', services: ['Postgres'] },
  { name: 'all', services: ['worker', 'API', 'Temporal', 'Postgres'] },
];

/** All of them for no names. @throws Error for a name that there is not. */
export function kindsNamed(names: readonly string[]): readonly Kind[] {
  const unknown = names.filter((name) => !KINDS.some((kind) => kind.name === name));
  if (unknown.length > 0)
    throw new Error(
      `There is no kind ${unknown.join(', ')}: use ${KINDS.map(({ name }) => name).join(', ')}.`,
    );
  return names.length === 0 ? KINDS : KINDS.filter(({ name }) => names.includes(name));
}
