import { randomUUID } from 'node:crypto';
import { checkDefinition, compilePlan } from '#definition';
import type { Plan } from '#definition/plan';
import { executionArgument, packPlan } from '#temporal/contract';
import type { ExecutionArgument } from '#temporal/contract';

/** The plan of a definition that has no problems. */
export function planOf(definition: object): Plan {
  const checked = checkDefinition(JSON.stringify(definition));
  const plan = checked.definition === null ? null : compilePlan(checked.definition).plan;
  if (plan === null) throw new Error(checked.problems.map(({ message }) => message).join('\n'));
  return plan;
}

/** What the API would start an execution with. */
export function argumentOf(
  plan: Plan,
  executionId: string,
  ownerId: string,
  start: number,
): ExecutionArgument {
  return executionArgument({
    identity: { executionId, ownerId, workflowId: randomUUID(), version: 1, collectionId: null },
    plan: packPlan(plan),
    start: { at: Date.now(), executionId, input: { start }, documents: null },
  });
}
