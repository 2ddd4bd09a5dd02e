import type { IncomingReferences, Json, JsonObject } from '#definition/plan';
import type { ExecutionRecord } from './record.js';
import type { ExecutionStatus, StepError } from './status.js';

/** What to do, as data. Whoever drives the interpreter performs it and feeds what came of it back. */
export type Command = WorkCommand | CancelWorkCommand | RecordCommand | FinishCommand;

/** Run a work step; retries within its policy are the performer's. Answered by exactly one work event. */
export interface WorkCommand {
  readonly kind: 'work';
  readonly path: string;
  /** Index in the plan. */
  readonly step: number;
  /** The number of its first attempt: 1, and more after a manual retry. */
  readonly attempt: number;
  /**
   * Of a reserved block: attempt number `attempt + k` records its start as `sequence + 2k` and its
   * end as `sequence + 2k + 1`, for k below the policy's maximum attempts.
   */
  readonly sequence: number;
  /** Settings with all templates filled in. */
  readonly configuration: JsonObject;
  readonly incoming: IncomingReferences;
  readonly warnings: readonly string[];
}

export interface CancelWorkCommand {
  readonly kind: 'cancel-work';
  readonly path: string;
  readonly attempt: number;
}

export interface RecordCommand {
  readonly kind: 'record';
  readonly record: ExecutionRecord;
}

/** The last command of an execution. */
export interface FinishCommand {
  readonly kind: 'finish';
  readonly status: Extract<ExecutionStatus, 'completed' | 'failed' | 'cancelled'>;
  /** By id of each end step of the root scope that completed: its facts and references. */
  readonly output: Json;
  readonly error: StepError | null;
}
