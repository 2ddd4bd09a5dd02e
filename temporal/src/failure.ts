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

export interface Failed {
  readonly kind: 'failed';
  readonly error: StepError;
  /** False when the worker was gone before it could write the attempt's end to the tables. */
  readonly recorded: boolean;
}

export type WorkFailure = Failed | { readonly kind: 'cancelled'; readonly attempt: number };

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
  if (cause instanceof CancelledFailure) {
    const [attempt] = cause.details;
    return { kind: 'cancelled', attempt: typeof attempt === 'number' ? attempt : work.firstAttempt };
  }
  if (cause instanceof TimeoutFailure) {
    return {
      kind: 'failed',
      error: timeoutError(cause, lastAttempt(reason, cause, work), work),
      recorded: false,
    };
  }
  const { stepId, path } = work;
  if (cause instanceof ApplicationFailure) {
    const details = failureDetails(cause.details?.[0]);
    const { type, message } = cause;
    if (details !== null) {
      const error = { code: type ?? 'ENGINE_FAULT', message, stepId, path, ...details };
      return { kind: 'failed', error, recorded: true };
    }
    const attempt = lastAttempt(reason, null, work);
    return notOurs(`${type ?? cause.name}: ${message}`, attempt, !cause.nonRetryable, work);
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  return notOurs(message, work.firstAttempt, false, work);
}

/** Raised by the SDK or the server, not by a step: the worker has written nothing about it. */
function notOurs(message: string, attempt: number, retryable: boolean, { stepId, path }: FailedWork): Failed {
  const error = { code: 'ENGINE_FAULT', message, stepId, path, attempt, retryable };
  return { kind: 'failed', error, recorded: false };
}

function timeoutError(timeout: TimeoutFailure, attempt: number, { stepId, path }: FailedWork): StepError {
  const lost = timeout.timeoutType === TimeoutType.HEARTBEAT;
  return {
    code: lost ? 'WORKER_LOST' : 'STEP_TIMEOUT',
    message: lost
      ? 'The worker stopped answering while it ran the step.'
      : 'The step took longer than its timeout.',
    stepId,
    path,
    attempt,
    retryable: true,
  };
}

/** The worker beats with the attempt's number; without a beat, only a used-up policy tells which it was. */
function lastAttempt(reason: unknown, timeout: TimeoutFailure | null, work: FailedWork): number {
  if (typeof timeout?.lastHeartbeatDetails === 'number') return timeout.lastHeartbeatDetails;
  const used =
    reason instanceof ActivityFailure && reason.retryState === RetryState.MAXIMUM_ATTEMPTS_REACHED
      ? work.maximumAttempts
      : 1;
  return work.firstAttempt + used - 1;
}

function failureDetails(value: unknown): FailureDetails | null {
  if (typeof value !== 'object' || value === null || !('attempt' in value) || !('retryable' in value))
    return null;
  const { attempt, retryable } = value;
  return typeof attempt === 'number' && typeof retryable === 'boolean' ? { attempt, retryable } : null;
}
