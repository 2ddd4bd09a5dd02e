/** Where the hand-written workflows run. */
export const BY_HAND_QUEUE = 'by-hand';

/** Where the engine runs without a record. */
export const ENGINE_ALONE_QUEUE = 'engine-alone';

/** The numbers of Sluice's own worker, for the workers that are compared with it. */
export const BENCH_WORKER = {
  maxCachedWorkflows: 500,
  maxConcurrentWorkflowTaskExecutions: 100,
  maxConcurrentActivityTaskExecutions: 50,
  maxConcurrentWorkflowTaskPolls: 10,
  maxConcurrentActivityTaskPolls: 10,
  maxEagerActivityReservationsPerWorkflowTask: 10,
} as const;
