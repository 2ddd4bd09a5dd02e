import { compilePlan } from '#definition';
import type { Json, JsonObject, WorkflowDefinition } from '#definition';
import type { ArtifactStore } from '#documents';
import { isClosed } from '#interpreter';
import type { ChildOutcome, StepError } from '#interpreter';
import type { ChildExecutions, ExecutionsRepository, WorkflowExecution } from '#persistence';
import { CHILD_PLAN_BYTES, carryPlan, childOutput } from '#temporal/contract';
import type { PreparedChild, PrepareChildRequest, ReadOutcomeRequest } from '#temporal/contract';
import { boundedOutput } from '../activities/bounded-output.js';

/** Executions that run for a step of another one. */
export interface SubWorkflows {
  /** Idempotent: the same step instance and attempt has one child. Refusals are data; what is thrown may be tried again. */
  prepare(request: PrepareChildRequest): Promise<PreparedChild>;
  /** How one ended; null while it is open. */
  outcome(request: ReadOutcomeRequest): Promise<ChildOutcome | null>;
}

/** Those whose rows stand in the database: all that starting one takes is its row. */
export class StoredSubWorkflows implements SubWorkflows {
  constructor(
    private readonly children: Pick<ChildExecutions, 'prepare'>,
    private readonly executions: Pick<ExecutionsRepository, 'find'>,
    private readonly artifacts: ArtifactStore,
  ) {}

  async prepare({ parent, ...wanted }: PrepareChildRequest): Promise<PreparedChild> {
    const answer = await this.children.prepare({ parentExecutionId: parent.executionId, ...wanted });
    if (answer.kind === 'refused') return answer;
    const { execution, collectionId } = answer;
    const { plan, problems } = compilePlan(execution.executionGraph as WorkflowDefinition);
    if (plan === null)
      return { kind: 'refused', code: 'SUB_WORKFLOW_NOT_FOUND', message: unusable(problems) };
    return {
      kind: 'prepared',
      identity: {
        executionId: execution.id,
        ownerId: execution.userId,
        workflowId: execution.workflowId ?? '',
        version: execution.version,
        collectionId,
      },
      plan: await carryPlan(plan, CHILD_PLAN_BYTES, this.artifacts),
      start: startOf(execution),
      title: execution.executionName,
    };
  }

  async outcome({ ownerId, executionId }: ReadOutcomeRequest): Promise<ChildOutcome | null> {
    const execution = await this.executions.find(ownerId, executionId);
    // Its row was deleted, and with it what it gave.
    if (execution === null) return failed(null);
    const { status, error } = execution;
    if (!isClosed(status)) return null;
    if (status === 'cancelled') return { status };
    if (status !== 'completed') return failed(error);
    const output = childOutput(execution.outputData as Json);
    return { status: 'completed', output: await boundedOutput(output, this.artifacts) };
  }
}

function startOf({
  id,
  createdAt,
  inputData,
  documents,
}: WorkflowExecution): Extract<PreparedChild, { readonly kind: 'prepared' }>['start'] {
  return { at: createdAt.getTime(), executionId: id, input: inputData as JsonObject, documents };
}

function failed(error: StepError | null): ChildOutcome {
  const message = 'The sub-workflow left no trace of its end.';
  const unknown = {
    code: 'ENGINE_FAULT',
    message,
    stepId: null,
    path: null,
    attempt: null,
    retryable: false,
  };
  return { status: 'failed', error: error ?? unknown };
}

function unusable(problems: readonly { readonly message: string }[]): string {
  return `The version cannot be run any more. ${problems[0]?.message ?? ''}`.trim();
}
