import type { IncomingReferences, JsonObject, StepOutput } from '#definition';
import type { AttemptRecord, ExecutionRecord, StepError } from '#interpreter';

/** An attempt of a work step that is about to run. */
export interface WorkStart {
  readonly executionId: string;
  readonly path: string;
  readonly stepId: string;
  readonly stepType: string;
  readonly stepName: string;
  /** The attempt the interpreter asked for; retries within the policy count on from it. */
  readonly firstAttempt: number;
  readonly attempt: number;
  /** The record number of this start, of the block reserved in the command; the end's is one more. */
  readonly sequence: number;
  readonly at: number;
  /** Settings with all templates filled in. */
  readonly configuration: JsonObject;
  /** What it got from the steps before it, by kind: with its settings, all that its result follows from. */
  readonly incoming?: IncomingReferences;
  readonly warnings: readonly string[];
  /** Transitions of control and pure steps that ride along. */
  readonly records: readonly ExecutionRecord[];
}

/** What the tables know of the work when another attempt of it begins. */
export interface WorkBefore {
  /** Attempts since the first, each ended by now. */
  readonly attempts: readonly AttemptRecord[];
  /** What one of them gave already: then the step must not run again. */
  readonly output: StepOutput | null;
  /** One of them failed in a way that another attempt cannot mend, or was cancelled: no more may it run then. */
  readonly failed: AttemptRecord | null;
}

/** The end of an attempt. An error of code `CANCELLED` marks it as cancelled, every other as failed. */
export interface WorkEnd {
  readonly executionId: string;
  readonly path: string;
  readonly attempt: number;
  readonly sequence: number;
  readonly at: number;
  readonly end: StepOutput | StepError;
}
