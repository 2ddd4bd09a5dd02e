import type { IncomingReferences, JsonObject } from '#definition';
import type { ExecutionRecord } from '#interpreter';

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
  /** Settings with all templates filled in. */
  readonly configuration: JsonObject;
  /** What it got from the steps before it, by kind: with its settings, all that its result follows from. */
  readonly incoming?: IncomingReferences;
  readonly warnings: readonly string[];
  /** Transitions of control and pure steps that ride along. */
  readonly records: readonly ExecutionRecord[];
}
