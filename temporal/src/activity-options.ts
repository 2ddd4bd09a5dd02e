import { ActivityCancellationType } from '@temporalio/common';
import type { ActivityOptions, LocalActivityOptions } from '@temporalio/common';
import type { JsonObject, PlanRetry, PlanStep } from '#definition/plan';
import type { WorkCommand } from '#interpreter';
import type { Routing } from './argument.js';
import { TASK_QUEUES } from './names.js';
import type { TaskQueue } from './names.js';
import { SUMMARY_BYTES, cutToBytes } from './sizes.js';

/** Silence after which a worker counts as lost; it beats around the whole step. Milliseconds. */
export const HEARTBEAT_TIMEOUT_MS = 15_000;

/** Which resource a step type needs most. A type that is not named waits on something else: `io`. */
const QUEUES: Readonly<Record<string, TaskQueue>> = {
  document_ingestion: TASK_QUEUES.cpu,
  chunking: TASK_QUEUES.cpu,
  embedding: TASK_QUEUES.cpu,
  validation: TASK_QUEUES.cpu,
  search: TASK_QUEUES.io,
  synthesis: TASK_QUEUES.io,
  http_request: TASK_QUEUES.io,
};

/** The queue of a step's activity; undefined is the workflow's own, which allows eager execution. */
export function stepQueue(
  stepType: string,
  { provider }: JsonObject,
  routing: Routing,
): TaskQueue | undefined {
  if (routing === 'shared') return undefined;
  // Vectors that a provider computes cost this machine no more than the wait.
  if (stepType === 'embedding' && provider !== undefined && provider !== 'lexical') return TASK_QUEUES.io;
  return QUEUES[stepType] ?? TASK_QUEUES.io;
}

/** How the activity of one work step runs; its attempts are the step's, its id names the instance. */
export function workOptions(
  step: Pick<PlanStep, 'type' | 'name' | 'retry' | 'timeoutMs'>,
  instance: Pick<WorkCommand, 'path' | 'attempt' | 'configuration'>,
  routing: Routing,
): ActivityOptions {
  const taskQueue = stepQueue(step.type, instance.configuration, routing);
  return {
    activityId: `${instance.path}#${instance.attempt}`,
    summary: cutToBytes(step.name, SUMMARY_BYTES),
    startToCloseTimeout: step.timeoutMs,
    heartbeatTimeout: HEARTBEAT_TIMEOUT_MS,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: retryPolicy(step.retry),
    ...(taskQueue !== undefined && { taskQueue }),
  };
}

function retryPolicy(retry: PlanRetry): NonNullable<ActivityOptions['retry']> {
  return {
    maximumAttempts: retry.maximumAttempts,
    initialInterval: retry.initialIntervalMs,
    backoffCoefficient: retry.backoffCoefficient,
    // The server refuses a maximum below the first interval.
    maximumInterval: Math.max(retry.maximumIntervalMs, retry.initialIntervalMs),
    nonRetryableErrorTypes: [...retry.nonRetryable],
  };
}

/** The first try at an engine activity: within the workflow task, at the price of one marker event. */
export const LOCAL_OPTIONS: LocalActivityOptions = {
  startToCloseTimeout: 4_000,
  retry: { maximumAttempts: 3, initialInterval: 100, backoffCoefficient: 3 },
};

/** The second: an activity that is tried for as long as it takes. */
export const DURABLE_OPTIONS: ActivityOptions = {
  startToCloseTimeout: 30_000,
  retry: { initialInterval: 500, backoffCoefficient: 2, maximumInterval: 30_000 },
};
