/**
 * The Temporal namespace of this test process: tests that run side by side share a server, and those that use the
 * product's own task queues would take each other's work.
 */
export const NAMESPACE = `worker-${process.env['JEST_WORKER_ID'] ?? '1'}`;
