import type { Json, VariableDeclaration, WorkflowDefinition } from '#definition';

interface Stored {
  readonly scopePath: string;
  readonly name: string;
  readonly value?: unknown;
  readonly setAt: string;
}

/** A variable as it is now, in one scope instance. */
export interface ListedVariable {
  readonly name: string;
  readonly scopePath: string;
  readonly type: VariableDeclaration['type'];
  readonly value: Json | undefined;
  /** Null when nothing has set it yet. */
  readonly setAt: string | null;
}

/** What is stored, and those for the whole execution that nothing has set yet; the outermost first. */
export function listVariables(
  { variables }: WorkflowDefinition,
  stored: readonly Stored[],
): readonly ListedVariable[] {
  const known = new Set(stored.filter(({ scopePath }) => scopePath === '').map(({ name }) => name));
  const unset = Object.entries(variables)
    .filter(([name, { scope = 'global' }]) => scope === 'global' && !known.has(name))
    .map(([name, { type, default: value }]): ListedVariable => ({
      ...{ name, scopePath: '', type, value, setAt: null },
    }));
  const set = stored.map(({ name, scopePath, value, setAt }): ListedVariable => ({
    ...{ name, scopePath, setAt },
    type: variables[name]?.type ?? 'object',
    value: value as Json | undefined,
  }));
  return [...set, ...unset].sort(
    (left, right) =>
      left.scopePath.localeCompare(right.scopePath, undefined, { numeric: true }) ||
      left.name.localeCompare(right.name),
  );
}

export function scopeWords(scopePath: string): string {
  return scopePath === '' ? 'The whole execution' : scopePath;
}
