import type { ExecutionEventRow, WorkflowExecution, WorkflowStep } from '#persistence';
import type { StepError } from '#interpreter';
import { temporalWorkflowId } from '#temporal/contract';
import { EventLevel, ExecutionStatus, StepStatus } from './execution.enums.js';
import type { ExecutionErrorModel } from './execution-error.model.js';
import type { ExecutionEventModel } from './execution-event.model.js';
import type { ExecutionModel } from './execution.model.js';
import type { ExecutionStepModel } from './execution-step.model.js';

/** Gives the page of a Temporal workflow in its Web UI, or null when there is none. */
export type TemporalLink = (temporalWorkflowId: string) => string | null;

export function toExecutionModel(execution: WorkflowExecution, temporalLink: TemporalLink): ExecutionModel {
  const temporalId = temporalWorkflowId(execution.id);
  return {
    id: execution.id,
    name: execution.executionName,
    status: enumOf(ExecutionStatus, execution.status),
    progressPercentage: execution.progressPercentage,
    sequence: execution.sequence,
    input: execution.inputData,
    output: execution.outputData,
    error: toErrorModel(execution.error, execution.errorMessage),
    version: execution.version,
    temporalWorkflowId: temporalId,
    temporalUrl: temporalLink(temporalId),
    createdAt: execution.createdAt,
    startedAt: execution.startedAt,
    completedAt: execution.completedAt,
    workflowId: execution.workflowId,
    definition: execution.executionGraph,
  };
}

export function toStepModel(step: WorkflowStep): ExecutionStepModel {
  return {
    path: step.path,
    stepId: step.stepId,
    type: step.stepType,
    name: step.stepName,
    status: enumOf(StepStatus, step.status),
    attempt: step.attempt,
    reason: step.reason,
    configuration: step.configuration,
    output: step.outputData,
    error: toErrorModel(step.error, step.errorMessage),
    warnings: [...step.warnings],
    progress: step.progress && { ...step.progress },
    startedAt: step.startedAt,
    completedAt: step.completedAt,
    durationMs: step.durationMs,
  };
}

export function toEventModel(event: ExecutionEventRow): ExecutionEventModel {
  return {
    sequence: event.sequence,
    at: event.at,
    level: enumOf(EventLevel, event.level),
    kind: event.kind,
    path: event.path,
    message: event.message,
    data: event.data,
  };
}

function toErrorModel(error: StepError | null, message: string | null): ExecutionErrorModel | null {
  if (error) {
    return {
      code: error.code,
      message: error.message,
      stepId: error.stepId ?? null,
      path: error.path ?? null,
      attempt: error.attempt ?? null,
    };
  }
  return message === null ? null : { code: 'ENGINE_FAULT', message, stepId: null, path: null, attempt: null };
}

/** The word of the engine as the enum's; a word the API does not know would be a fault of ours. */
function enumOf<E extends string>(type: Readonly<Record<string, E>>, word: string): E {
  const member = Object.values(type).find((value) => value === word);
  if (member === undefined) throw new Error(`Unknown word: ${word}`);
  return member;
}
