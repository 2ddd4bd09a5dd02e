import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { TASK_QUEUES } from '#temporal/contract';
import type { TaskQueue } from '#temporal/contract';
import type { Settings } from '../config.js';

/** More pollers than ten bring nothing on one machine; two cost a sixth of the throughput. */
const POLLERS = 10;

/** Workflow tasks at once; ten instead of a hundred cost a sixth of the throughput. */
const WORKFLOW_TASKS = 100;

/** Longest time before a heartbeat is sent, and so before a cancellation is heard of. Milliseconds. */
const HEARTBEAT_THROTTLE_MS = 2_000;

/** After a worker's death, how long its executions wait for it before another takes them. Milliseconds. */
const STICKY_TIMEOUT_MS = 5_000;

/** Beyond the grace for running steps: a step that ignores its cancellation must not keep the process. */
const FORCE_AFTER_GRACE_MS = 15_000;

type QueueSettings = Pick<
  Settings,
  | 'TEMPORAL_NAMESPACE'
  | 'SLUICE_WORKFLOW_BUNDLE'
  | 'SLUICE_CACHED_EXECUTIONS'
  | 'SLUICE_CONCURRENT_STEPS'
  | 'SLUICE_SHUTDOWN_GRACE_SECONDS'
>;

/** How one task queue is served. Only `interpreter` runs workflow code; all run steps. */
export function workerOptions(
  queue: TaskQueue,
  connection: NativeConnection,
  activities: object,
  settings: QueueSettings,
): WorkerOptions {
  const graceMs = settings.SLUICE_SHUTDOWN_GRACE_SECONDS * 1_000;
  const common: WorkerOptions = {
    connection,
    namespace: settings.TEMPORAL_NAMESPACE,
    taskQueue: queue,
    activities,
    maxConcurrentActivityTaskExecutions: settings.SLUICE_CONCURRENT_STEPS,
    maxConcurrentActivityTaskPolls: Math.min(POLLERS, settings.SLUICE_CONCURRENT_STEPS),
    maxHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS,
    shutdownGraceTime: graceMs,
    shutdownForceTime: graceMs + FORCE_AFTER_GRACE_MS,
  };
  if (queue !== TASK_QUEUES.interpreter) return common;
  const cached = settings.SLUICE_CACHED_EXECUTIONS;
  return {
    ...common,
    workflowBundle: { codePath: settings.SLUICE_WORKFLOW_BUNDLE },
    maxCachedWorkflows: cached,
    maxConcurrentWorkflowTaskExecutions: Math.min(WORKFLOW_TASKS, cached),
    maxConcurrentWorkflowTaskPolls: Math.min(POLLERS, cached),
    maxEagerActivityReservationsPerWorkflowTask: POLLERS,
    stickyQueueScheduleToStartTimeout: STICKY_TIMEOUT_MS,
  };
}
