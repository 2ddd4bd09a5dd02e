import type { StepDefinition } from '../workflow-definition.js';

/** By step that undoes another, the first step that names it in `compensateWith`. */
export function compensations(
  steps: readonly StepDefinition[],
  indexOf: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const undoes = new Map<number, number>();
  steps.forEach(({ id, compensateWith }, index) => {
    const handler = compensateWith === undefined ? undefined : indexOf.get(compensateWith);
    if (handler === undefined || handler === index || indexOf.get(id) !== index) return;
    if (!undoes.has(handler)) undoes.set(handler, index);
  });
  return undoes;
}
