import { ActivityFailure, ApplicationFailure, CancelledFailure, TimeoutFailure } from '@temporalio/common';
import type { AttemptRecord } from '#interpreter';

/**
 * What the worker says of its attempts with every heartbeat and with a failure: the workflow learns from it which
 * attempt was the last, and the history keeps all that the tables say of the work.
 */
export interface WorkAccount {
  /** The attempt that speaks, counted over the step instance from 1. */
  readonly attempt: number;
  readonly attempts: readonly AttemptRecord[];
}

/** The account in what an activity was rejected with; null when its worker had no chance to give one. */
export function accountOf(reason: unknown): WorkAccount | null {
  const cause = reason instanceof ActivityFailure ? reason.cause : reason;
  if (cause instanceof TimeoutFailure) return asAccount(cause.lastHeartbeatDetails);
  if (cause instanceof CancelledFailure || cause instanceof ApplicationFailure)
    return asAccount(cause.details?.[0]);
  return null;
}

function asAccount(value: unknown): WorkAccount | null {
  if (typeof value !== 'object' || value === null || !('attempt' in value) || !('attempts' in value))
    return null;
  const { attempt, attempts } = value;
  if (typeof attempt !== 'number' || !Array.isArray(attempts)) return null;
  return { attempt, attempts: attempts as readonly AttemptRecord[] };
}
