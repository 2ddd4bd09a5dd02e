import type { ExecutionEventRow, WorkflowExecution } from '#persistence';
import { temporalWorkflowId } from '#temporal/contract';
import { toBulkModel } from './bulk/to-bulk-model.js';
import { enumOf, EventLevel, ExecutionStatus } from './execution.enums.js';
import { toErrorModel } from './to-error-model.js';
import type { ExecutionEventModel } from './execution-event.model.js';
import type { ExecutionModel } from './execution.model.js';

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
    trigger: execution.trigger,
    bulk: toBulkModel(execution),
    parentPath: execution.parentPath,
    temporalWorkflowId: temporalId,
    temporalUrl: temporalLink(temporalId),
    createdAt: execution.createdAt,
    startedAt: execution.startedAt,
    completedAt: execution.completedAt,
    workflowId: execution.workflowId,
    definition: execution.executionGraph,
    parentExecutionId: execution.parentExecutionId,
    rerunOfId: execution.rerunOf,
    stepRows: execution.stepRows,
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
