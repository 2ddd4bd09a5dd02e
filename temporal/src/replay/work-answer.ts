import type { StepOutput } from '#definition/plan';
import type { AttemptRecord } from '#interpreter';
import type { WorkResult } from '../activities.js';
import { accountOf } from '../work-account.js';

/** What an activity came to, as far as its worker could tell. */
export interface WorkAnswer {
  /** Null when it failed, was cancelled or was lost. */
  readonly output: StepOutput | null;
  /** Null when no worker could tell of any. */
  readonly attempts: readonly AttemptRecord[] | null;
}

export function answerOf(result: WorkResult): WorkAnswer {
  return { output: result.output, attempts: result.attempts };
}

export function answerOfFailure(reason: unknown): WorkAnswer {
  return { output: null, attempts: accountOf(reason)?.attempts ?? null };
}
