import type { StepOutput } from '#definition';
import type { AttemptRecord, StepError, StepStatus } from '#interpreter';
import type { WorkStart } from './work.js';

/** An attempt as the tables have it. Times are epoch milliseconds. */
export interface RecordedAttempt {
  readonly attempt: number;
  readonly stepId: string;
  readonly stepType: string;
  readonly stepName: string;
  readonly status: StepStatus;
  readonly sequence: number;
  readonly output: StepOutput | null;
  readonly error: StepError | null;
  readonly startedAt: number;
  readonly completedAt: number | null;
}

/** The attempts of the same work before one that begins: what it can say of them once it has ended. */
export function attemptsBefore(
  start: WorkStart,
  recorded: readonly RecordedAttempt[],
): readonly AttemptRecord[] {
  return recorded
    .filter(
      ({ attempt, status }) => attempt >= start.firstAttempt && isBefore(attempt, status, start.attempt),
    )
    .map((other) => {
      const { attempt, startedAt, completedAt, status, error } = other;
      if (status === 'running')
        return { attempt, startedAt, endedAt: start.at, error: briefly(lostError(start, other)) };
      return { attempt, startedAt, endedAt: completedAt, error: error && briefly(error) };
    });
}

/** An attempt that gave its output, and could not say so, is before whoever asks for it. */
function isBefore(attempt: number, status: StepStatus, current: number): boolean {
  return attempt < current || status === 'completed';
}

/** How an attempt ends whose worker did not write its end. */
export function lostError({ path, stepId }: WorkStart, { attempt }: RecordedAttempt): StepError {
  const message = 'The worker that ran this attempt was lost.';
  return { code: 'WORKER_LOST', message, stepId, path, attempt, retryable: true };
}

function briefly({ code, message, retryable }: StepError): NonNullable<AttemptRecord['error']> {
  return { code, message, retryable };
}
