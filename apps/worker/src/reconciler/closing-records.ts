import type { ExecutionRecord, ExecutionStatus, StepError } from '#interpreter';
import type { Unfinished } from '#persistence';

/** How Temporal says an execution ended. */
export interface Closing {
  readonly status: Extract<ExecutionStatus, 'completed' | 'failed' | 'cancelled'>;
  readonly error: StepError | null;
}

/** Records that close an execution, and the steps it left open, after the last it could write itself. */
export function closingRecords(
  { lastRecord, progress, steps }: Unfinished,
  { status, error }: Closing,
  at: number,
): readonly ExecutionRecord[] {
  const reason = error?.message ?? 'The execution ended.';
  const stepRecords = steps.map(({ path, attempt, stepId, stepType, stepName }, index): ExecutionRecord => ({
    kind: 'step',
    sequence: lastRecord + 1 + index,
    at,
    path,
    stepId,
    stepType,
    stepName,
    status: error === null ? 'cancelled' : 'failed',
    attempt,
    output: null,
    error: error && { ...error, stepId, path, attempt },
    reason,
    warnings: [],
  }));
  const sequence = lastRecord + 1 + steps.length;
  return [...stepRecords, { kind: 'execution', sequence, at, status, progress, output: null, error }];
}
