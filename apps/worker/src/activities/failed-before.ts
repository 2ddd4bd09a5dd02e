import { CancelledFailure } from '@temporalio/activity';
import type { AttemptRecord } from '#interpreter';
import { toApplicationFailure } from '#temporal/contract';
import type { AttemptFailure, WorkAccount } from '#temporal/contract';

/** An attempt before this one failed for good and recorded it, and its worker was lost before it could tell. */
export class FailedBefore extends Error {
  constructor(
    private readonly failed: AttemptRecord,
    private readonly attempts: readonly AttemptRecord[],
  ) {
    super('An attempt before this one failed for good');
  }

  /** What it would have told. */
  asTold(): Error {
    const { attempt, error } = this.failed;
    const { code, message } = error ?? { code: 'ENGINE_FAULT', message: this.message };
    return toFailure({
      code,
      message,
      retryable: false,
      retryAfterMs: null,
      attempt,
      attempts: this.attempts,
    });
  }
}

/** What an activity throws. */
export function toFailure(failure: AttemptFailure): Error {
  const { code, message, attempt, attempts } = failure;
  const account: WorkAccount = { attempt, attempts };
  return code === 'CANCELLED' ? new CancelledFailure(message, [account]) : toApplicationFailure(failure);
}
