import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import type { CommonWorkflowOptions } from '@temporalio/common';
import type { Reuse, StartInput } from '#interpreter';
import type { Carried, CarriedPlan, ExecutionArgument, ExecutionIdentity, Routing } from './argument.js';
import { ENGINE_VERSION, SEARCH_KEYS, TASK_QUEUES, temporalWorkflowId } from './names.js';
import { SUMMARY_BYTES, cutToBytes } from './sizes.js';

/** What `client.workflow.start(WORKFLOW_TYPE, ...)` takes. */
export interface ExecutionStartOptions extends CommonWorkflowOptions {
  readonly workflowId: string;
  readonly taskQueue: string;
  readonly args: [ExecutionArgument];
}

/** Bytes of the server's limit for a fairness key. */
const FAIRNESS_KEY_BYTES = 64;

/** The argument of a first run. What is above CARRIED_BY_VALUE_BYTES has to be given by reference. */
export function executionArgument(first: {
  readonly identity: ExecutionIdentity;
  readonly plan: CarriedPlan;
  readonly start: StartInput;
  readonly reuse?: Carried<Reuse> | undefined;
  readonly routing?: Routing;
}): ExecutionArgument {
  return { engineVersion: ENGINE_VERSION, ...first, state: null, records: [] };
}

/**
 * How an execution is started, idempotently: the id is the execution's, a running one is joined, and
 * a closed one is never run again (the client throws WorkflowExecutionAlreadyStartedError).
 */
export function workflowStartOptions(argument: ExecutionArgument, title: string): ExecutionStartOptions {
  return {
    ...childStartOptions(argument, title),
    taskQueue: TASK_QUEUES.interpreter,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
  };
}

/** The same for one that another execution starts: on the queue of that one. Owners share the workers fairly. */
export function childStartOptions(
  argument: ExecutionArgument,
  title: string,
): Omit<ExecutionStartOptions, 'taskQueue' | 'workflowIdConflictPolicy'> {
  const { executionId, ownerId, workflowId, version, parent } = argument.identity;
  return {
    workflowId: temporalWorkflowId(executionId),
    args: [argument],
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    typedSearchAttributes: [
      { key: SEARCH_KEYS.workflowId, value: workflowId },
      { key: SEARCH_KEYS.version, value: version },
      { key: SEARCH_KEYS.owner, value: ownerId },
      { key: SEARCH_KEYS.status, value: 'running' },
    ],
    memo: { executionId, workflowId, version, ...(parent && { parent }) },
    priority: { priorityKey: 3, fairnessKey: cutToBytes(ownerId, FAIRNESS_KEY_BYTES) },
    staticSummary: cutToBytes(`${title} (version ${version})`, SUMMARY_BYTES),
  };
}
