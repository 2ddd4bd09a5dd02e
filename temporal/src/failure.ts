import {
  ActivityFailure,
  ApplicationFailure,
  CancelledFailure,
  RetryState,
  TimeoutFailure,
  TimeoutType,
} from '@temporalio/common';
import type { AttemptRecord, StepError } from '#interpreter';
import { accountOf } from './work-account.js';
import type { WorkAccount } from './work-account.js';

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
  /** This one and those before it, of the same activity. */
  readonly attempts: readonly AttemptRecord[];
}

/** The failure an activity throws; its `type` is the code, which the retry policy matches on. */
export function toApplicationFailure(failure: AttemptFailure): ApplicationFailure {
  const { code, message, retryable, attempt, retryAfterMs, attempts } = failure;
  const account: WorkAccount = { attempt, attempts };
  return ApplicationFailure.create({
    type: code,
    message,
    nonRetryable: !retryable,
    details: [account],
    ...(retryAfterMs !== null && { nextRetryDelay: retryAfterMs }),
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
  const told = accountOf(cause)?.attempt;
  if (cause instanceof CancelledFailure) return { kind: 'cancelled', attempt: within(told, work) };
  if (cause instanceof TimeoutFailure) {
    return failed(timeout(cause), told === undefined ? lastOf(reason, work) : within(told, work), work);
  }
  if (cause instanceof ApplicationFailure) return applicationFailure(cause, reason, work);
  const message = cause instanceof Error ? cause.message : String(cause);
  return failed({ code: 'ENGINE_FAULT', message, retryable: false }, work.firstAttempt, work);
}

/** Without our details it was raised by the SDK or the server: nothing matches on its words. */
function applicationFailure(cause: ApplicationFailure, reason: unknown, work: FailedWork): WorkFailure {
  const account = accountOf(cause);
  const { type, message } = cause;
  if (account === null) {
    const what = { code: 'ENGINE_FAULT', message: `${type ?? cause.name}: ${message}`, retryable: false };
    return failed(what, lastOf(reason, work), work);
  }
  const retryable = cause.nonRetryable !== true;
  return failed({ code: type ?? 'ENGINE_FAULT', message, retryable }, within(account.attempt, work), work);
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
function within(attempt: number | undefined, { firstAttempt, maximumAttempts }: FailedWork): number {
  if (attempt === undefined) return firstAttempt;
  return Math.min(Math.max(attempt, firstAttempt), firstAttempt + maximumAttempts - 1);
}
