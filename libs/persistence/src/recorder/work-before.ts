import type { StepOutput } from '#definition';
import type { AttemptRecord, StepError, StepStatus } from '#interpreter';
import type { WorkBefore, WorkStart } from './work.js';

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

/** What became of the same work before an attempt of it begins. */
export function workBefore(start: WorkStart, recorded: readonly RecordedAttempt[]): WorkBefore {
  const since = recorded.filter(({ attempt }) => attempt >= start.firstAttempt);
  const done = since.find(({ status }) => status === 'completed');
  const failed = since.find(isFinal);
  const before = since.filter((other) => other.attempt < start.attempt || other === done || other === failed);
  return {
    attempts: before.map((other) => asRecord(start, other)),
    output: done?.output ?? null,
    failed: done === undefined && failed !== undefined ? asRecord(start, failed) : null,
  };
}

/** Its worker died after it had recorded the failure, and before it could tell. */
function isFinal({ status, error }: RecordedAttempt): boolean {
  return (status === 'failed' || status === 'cancelled') && error?.retryable === false;
}

function asRecord(start: WorkStart, other: RecordedAttempt): AttemptRecord {
  const { attempt, startedAt, completedAt, status, error } = other;
  if (status === 'running')
    return { attempt, startedAt, endedAt: start.at, error: briefly(lostError(start, other)) };
  return { attempt, startedAt, endedAt: completedAt, error: error && briefly(error) };
}

/** How an attempt ends whose worker did not write its end. */
export function lostError({ path, stepId }: WorkStart, { attempt }: RecordedAttempt): StepError {
  const message = 'The worker that ran this attempt was lost.';
  return { code: 'WORKER_LOST', message, stepId, path, attempt, retryable: true };
}

function briefly({ code, message, retryable }: StepError): NonNullable<AttemptRecord['error']> {
  return { code, message, retryable };
}
