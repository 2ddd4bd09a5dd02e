import { bulkPlan, compilePlan } from '#definition';
import type { BulkSettings, Problem, WorkflowDefinition } from '#definition';
import type { Plan } from '#definition/plan';
import { jsonBytes } from '#temporal/contract';
import { callProblem } from '../problems/to-problem-model.js';

/** Temporal takes 2 MiB at once, with what it writes around it. Bytes of JSON. */
const PLAN_BYTES = 2 * 1024 * 1024 - 64 * 1024;

export interface PlanOrProblems {
  readonly plan: Plan | null;
  readonly problems: readonly Problem[];
}

/** The plan of a published definition, over a table of inputs when it is said how, or why it cannot be run. */
export function planOf(definition: object, bulk: BulkSettings | null = null): PlanOrProblems {
  const { plan: ofOne, problems } = compilePlan(definition as WorkflowDefinition);
  if (ofOne === null) return { plan: ofOne, problems };
  const plan = bulk === null ? ofOne : bulkPlan(ofOne, bulk);
  const bytes = jsonBytes(plan);
  if (bytes <= PLAN_BYTES) return { plan, problems: [] };
  const message = `The workflow takes ${bytes} bytes to run; ${PLAN_BYTES} are allowed. Move a part of it into a sub-workflow.`;
  return { plan: null, problems: [callProblem('PLAN_TOO_LARGE', '/workflowId', message)] };
}
