import {
  ActivityFailure,
  ApplicationFailure,
  CancelledFailure,
  RetryState,
  TimeoutFailure,
  TimeoutType,
} from '@temporalio/common';
import type { StepError } from '#interpreter';

/** What a worker says about a failed attempt, and reads back in the workflow. */
export interface AttemptFailure {
  /** From the closed list of codes, or a provider's own. */
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  /** Counted over the step instance, from 1. */
  readonly attempt: number;
  /** Milliseconds a provider asked us to wait; null leaves it to the retry policy. */
  readonly retryAfterMs: number | null;
}

/** Temporal keeps about 4 KiB of a failure; the whole message stands in the tables. */
const MESSAGE_CHARACTERS = 1_000;

interface FailureDetails {
  readonly attempt: number;
  readonly retryable: boolean;
}

/** The failure an activity throws; its `type` is the code, which the retry policy matches on. */
export function toApplicationFailure(failure: AttemptFailure): ApplicationFailure {
  const details: FailureDetails = { attempt: failure.attempt, retryable: failure.retryable };
  return ApplicationFailure.create({
    type: failure.code,
    message: failure.message.slice(0, MESSAGE_CHARACTERS),
    nonRetryable: !failure.retryable,
    details: [details],
    ...(failure.retryAfterMs !== null && { nextRetryDelay: failure.retryAfterMs }),
  });
}

/** `attempt` is the last one there was. */
export type WorkFailure =
  | { readonly kind: 'failed'; readonly attempt: number; readonly error: StepError }
  | { readonly kind: 'cancelled'; readonly attempt: number };

/** Which step an activity belonged to, to say what a failure without details of its own was. */
export interface FailedWork {
  readonly stepId: string;
  readonly path: string;
  readonly firstAttempt: number;
  readonly maximumAttempts: number;
}

/** What an activity's rejection means for the step. */
export function workFailure(reason: unknown, work: FailedWork): WorkFailure {
  const cause = reason instanceof ActivityFailure ? reason.cause : reason;
  if (cause instanceof CancelledFailure)
    return { kind: 'cancelled', attempt: within(cause.details[0], work) };
  if (cause instanceof TimeoutFailure) {
    const beaten = cause.lastHeartbeatDetails;
    return failed(
      timeout(cause),
      typeof beaten === 'number' ? within(beaten, work) : lastOf(reason, work),
      work,
    );
  }
  if (cause instanceof ApplicationFailure) return applicationFailure(cause, reason, work);
  const message = cause instanceof Error ? cause.message : String(cause);
  return failed({ code: 'ENGINE_FAULT', message, retryable: false }, work.firstAttempt, work);
}

/** Without our details it was raised by the SDK or the server: nothing matches on its words. */
function applicationFailure(cause: ApplicationFailure, reason: unknown, work: FailedWork): WorkFailure {
  const details = failureDetails(cause.details?.[0]);
  const { type, message } = cause;
  if (details === null) {
    const what = { code: 'ENGINE_FAULT', message: `${type ?? cause.name}: ${message}`, retryable: false };
    return failed(what, lastOf(reason, work), work);
  }
  const { attempt, retryable } = details;
  return failed({ code: type ?? 'ENGINE_FAULT', message, retryable }, within(attempt, work), work);
}

function failed(
  what: Pick<StepError, 'code' | 'message' | 'retryable'>,
  attempt: number,
  { stepId, path }: FailedWork,
): WorkFailure {
  return { kind: 'failed', attempt, error: { ...what, stepId, path, attempt } };
}

function timeout({ timeoutType }: TimeoutFailure): Pick<StepError, 'code' | 'message' | 'retryable'> {
  return timeoutType === TimeoutType.HEARTBEAT
    ? { code: 'WORKER_LOST', message: 'The worker stopped answering while it ran the step.', retryable: true }
    : { code: 'STEP_TIMEOUT', message: 'The step took longer than its timeout.', retryable: true };
}

/** Without word from the worker, only a used-up policy tells which attempt was the last. */
function lastOf(reason: unknown, { firstAttempt, maximumAttempts }: FailedWork): number {
  const usedUp =
    reason instanceof ActivityFailure && reason.retryState === RetryState.MAXIMUM_ATTEMPTS_REACHED;
  return usedUp ? firstAttempt + maximumAttempts - 1 : firstAttempt;
}

/** An operator can reset an activity's attempts; the step's stay within those it was given. */
function within(attempt: unknown, { firstAttempt, maximumAttempts }: FailedWork): number {
  if (typeof attempt !== 'number') return firstAttempt;
  return Math.min(Math.max(attempt, firstAttempt), firstAttempt + maximumAttempts - 1);
}

function failureDetails(value: unknown): FailureDetails | null {
  if (typeof value !== 'object' || value === null || !('attempt' in value) || !('retryable' in value))
    return null;
  const { attempt, retryable } = value;
  return typeof attempt === 'number' && typeof retryable === 'boolean' ? { attempt, retryable } : null;
}
