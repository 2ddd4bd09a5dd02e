import type { WorkflowExecution, WorkflowStep } from '#persistence';

/** How an execution ended, as text: equal only when all of it is. */
export function outcomeOf(
  { status, outputData, error }: WorkflowExecution,
  steps: readonly WorkflowStep[],
): string {
  // The latest attempt says how a step instance ended; how many it took is what kills may change.
  const ends = new Map(steps.map(({ path, status: end }) => [path, end]));
  return JSON.stringify({ status, outputData, error, ends: Object.fromEntries(ends) });
}
