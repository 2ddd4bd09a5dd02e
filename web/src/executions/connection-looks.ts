import { findStepType } from '#definition';
import type { ConnectionDefinition, JsonObject, WorkflowDefinition } from '#definition';
import type { StepStatus } from '../graphql/generated/graphql.js';
import type { ConnectionLook } from '../canvas/project-graph.js';

/** What is known of a step while it runs. */
export interface StepState {
  readonly stepId: string;
  readonly status: StepStatus;
  readonly output?: unknown;
}

/** Connections' conditions that were evaluated, by connection id: of the instances that are looked at. */
export type Verdicts = ReadonlyMap<string, boolean>;

/**
 * Which connections carried something, which died, and which are still open. A connection is decided when
 * its source ends; what the tables do not say is read from what became of its target.
 */
export function connectionLooks(
  definition: WorkflowDefinition,
  steps: readonly StepState[],
  verdicts: Verdicts,
): ReadonlyMap<string, ConnectionLook> {
  const byId = new Map(steps.map((step) => [step.stepId, step]));
  return new Map(
    definition.connections.map((connection) => {
      const source = byId.get(connection.sourceStep);
      const target = byId.get(connection.targetStep);
      return [connection.id, lookOf(definition, connection, source, target, verdicts)];
    }),
  );
}

function lookOf(
  definition: WorkflowDefinition,
  connection: ConnectionDefinition,
  source: StepState | undefined,
  target: StepState | undefined,
  verdicts: Verdicts,
): ConnectionLook {
  switch (source?.status) {
    case 'CANCELLED':
      return 'dead';
    case 'FAILED':
      return connection.sourceOutput === 'error' && target && target.status !== 'SKIPPED'
        ? alive(target)
        : 'dead';
    case 'SKIPPED':
      // Skipped by somebody who gave an output in its place, it goes on as if it had succeeded.
      return source.output != null && portIsLive(definition, connection, source, target)
        ? alive(target)
        : 'dead';
    case 'COMPLETED':
      return portIsLive(definition, connection, source, target) &&
        conditionHolds(connection, target, verdicts)
        ? alive(target)
        : 'dead';
    default:
      return 'undecided';
  }
}

function alive(target: StepState | undefined): ConnectionLook {
  return target?.status === 'RUNNING' ? 'flowing' : 'live';
}

function portIsLive(
  definition: WorkflowDefinition,
  { sourceStep, sourceOutput }: ConnectionDefinition,
  source: StepState,
  target: StepState | undefined,
): boolean {
  if (sourceOutput === 'error') return false;
  const step = definition.steps.find(({ id }) => id === sourceStep);
  const facts = factsOf(source.output);
  if (step?.type === 'approval') return decidedPort(facts) === sourceOutput;
  if (step?.type === 'wait_for_event') return target?.status !== 'SKIPPED';
  if (!step || step.type !== 'condition') return true;
  const { chosen } = facts;
  if (chosen === sourceOutput) return true;
  const takesAll = step.configuration['mode'] === 'all' && findStepType(step.type) !== null;
  return takesAll && target?.status !== 'SKIPPED';
}

/** Nobody decided in time when nobody is named. */
function decidedPort({ approved, actor }: JsonObject): string {
  if (typeof actor !== 'string' || actor === '') return 'timeout';
  return approved === true ? 'approved' : 'rejected';
}

function conditionHolds(
  { id, condition }: ConnectionDefinition,
  target: StepState | undefined,
  verdicts: Verdicts,
): boolean {
  return condition === undefined || (verdicts.get(id) ?? target?.status !== 'SKIPPED');
}

/** The facts of a step's output as the API gives it. */
export function factsOf(output: unknown): JsonObject {
  const facts = (output as { readonly facts?: unknown } | null | undefined)?.facts;
  return typeof facts === 'object' && facts !== null && !Array.isArray(facts) ? (facts as JsonObject) : {};
}
