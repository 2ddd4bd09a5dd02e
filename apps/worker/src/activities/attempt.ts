import type { Info } from '@temporalio/activity';
import { attemptNumbers } from '#interpreter';
import type { AttemptRecord } from '#interpreter';
import type { WorkAccount, WorkRequest } from '#temporal/contract';
import { stopOf } from './describe-failure.js';
import type { Stop } from './describe-failure.js';

/** One attempt of a step instance, with the two sequence numbers reserved for its own records. */
export class Attempt {
  readonly number: number;
  /** Number of the record of its start. */
  readonly started: number;
  /** Number of the record of its end. */
  readonly ended: number;
  private readonly timeoutMs: number;
  private readonly since = performance.now();
  private startedAt: number | null = null;
  private before: readonly AttemptRecord[] = [];

  constructor(
    { firstAttempt, sequence }: Pick<WorkRequest, 'firstAttempt' | 'sequence'>,
    { attempt, startToCloseTimeoutMs }: Pick<Info, 'attempt' | 'startToCloseTimeoutMs'>,
  ) {
    const retries = attempt - 1;
    this.number = firstAttempt + retries;
    const { started, ended } = attemptNumbers(sequence, retries);
    this.started = started;
    this.ended = ended;
    this.timeoutMs = startToCloseTimeoutMs;
  }

  /** Its start is recorded, with what came of those before it. */
  begin(at: number, before: readonly AttemptRecord[]): void {
    this.startedAt = at;
    this.before = before;
  }

  /** What it can say of itself while it runs. */
  get account(): WorkAccount {
    return { attempt: this.number, attempts: this.ending(null, null) };
  }

  /** All attempts, as this one ends. One whose start was never recorded is none. */
  ending(endedAt: number | null, error: AttemptRecord['error']): readonly AttemptRecord[] {
    const { number: attempt, startedAt, before } = this;
    return startedAt === null ? before : [...before, { attempt, startedAt, endedAt, error }];
  }

  /** Why it was told to stop; null when it was not. */
  stop(signal: AbortSignal): Stop | null {
    return stopOf(signal, performance.now() - this.since, this.timeoutMs);
  }
}
