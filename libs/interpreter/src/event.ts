import type { JsonObject, Reference, StepOutput } from '#definition/plan';
import type { StepError } from './status.js';

/** What the interpreter is started with. Times are epoch milliseconds and always come from outside. */
export interface StartInput {
  readonly at: number;
  readonly executionId: string;
  readonly input: JsonObject;
  /** The documents chosen for this execution, when any were; also the value of inputs of type `documents`. */
  readonly documents: Reference | null;
}

/** What happened. The driver, the tests and the simulation feed these to `advance`. */
export type ExecutionEvent =
  | {
      readonly kind: 'work-succeeded';
      readonly at: number;
      readonly path: string;
      readonly attempt: number;
      readonly output: StepOutput;
    }
  /** After the last attempt of the retry policy; `attempt` is the number of that attempt. */
  | {
      readonly kind: 'work-failed';
      readonly at: number;
      readonly path: string;
      readonly attempt: number;
      readonly error: StepError;
    }
  | { readonly kind: 'work-cancelled'; readonly at: number; readonly path: string; readonly attempt: number }
  /** `path` is an instance path, or empty for the whole execution. Both are idempotent. */
  | { readonly kind: 'pause' | 'resume'; readonly at: number; readonly path: string }
  | { readonly kind: 'cancel'; readonly at: number }
  /** The driver stops new work before it continues as new, and releases it in the new run. */
  | { readonly kind: 'hold' | 'release'; readonly at: number };
