import type { IncomingReferences, Json, JsonObject, Reference } from '#definition/plan';
import type { ExecutionRecord } from './record.js';
import type { ExecutionStatus, StepError } from './status.js';

/** What to do, as data. Whoever drives the interpreter performs it and feeds what came of it back. */
export type Command =
  | WorkCommand
  | CancelWorkCommand
  | StartTimerCommand
  | CancelTimerCommand
  | StartChildCommand
  | CancelChildCommand
  | PauseChildCommand
  | LoadItemsCommand
  | StoreResultsCommand
  | YieldCommand
  | RecordCommand
  | FinishCommand;

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

/** Answered by `timer-fired` unless it is cancelled first. One timer a step instance; given again after a `release`. */
export interface StartTimerCommand {
  readonly kind: 'start-timer';
  readonly path: string;
  readonly step: number;
  /** When it is due, in epoch milliseconds; perhaps already past. */
  readonly due: number;
}

export interface CancelTimerCommand {
  readonly kind: 'cancel-timer';
  readonly path: string;
}

/** Run another workflow as an execution of its own. Answered by exactly one `child-ended`, also after a cancellation. */
export interface StartChildCommand {
  readonly kind: 'start-child';
  readonly path: string;
  readonly step: number;
  readonly attempt: number;
  readonly workflowId: string;
  readonly version: number | 'published';
  readonly input: JsonObject;
}

export interface CancelChildCommand {
  readonly kind: 'cancel-child';
  readonly path: string;
  readonly attempt: number;
}

/** Have a sub-workflow paused, or go on, with the step it runs for. */
export interface PauseChildCommand {
  readonly kind: 'pause-child' | 'resume-child';
  readonly path: string;
  readonly attempt: number;
}

/** Read a page of a list that stands outside. Answered by `items-loaded` or `engine-work-failed`. */
export interface LoadItemsCommand {
  readonly kind: 'load-items';
  readonly path: string;
  readonly step: number;
  readonly reference: Reference;
  readonly offset: number;
  readonly limit: number;
}

/** Put results away that are too big to be facts. Answered by `results-stored` or `engine-work-failed`. */
export interface StoreResultsCommand {
  readonly kind: 'store-results';
  readonly path: string;
  readonly step: number;
  readonly results: readonly Json[];
}

/** Much was done at once: write what is there to write, then feed `go-on`. */
export interface YieldCommand {
  readonly kind: 'yield';
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
