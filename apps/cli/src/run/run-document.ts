import type { Execution } from './execution.js';

/** The document that `run --json` prints. */
export function runDocument(execution: Execution) {
  return {
    executionId: execution.id,
    status: execution.status.toLowerCase(),
    output: execution.output,
    error: execution.error,
    steps: execution.steps.map(({ path, stepId, type, status, attempt, durationMs, reason }) => ({
      path,
      stepId,
      type,
      status: status.toLowerCase(),
      attempt,
      durationMs,
      reason,
    })),
  };
}
