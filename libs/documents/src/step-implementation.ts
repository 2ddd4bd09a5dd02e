import type { IncomingReferences, JsonObject, Reference, StepOutput } from '#definition';
import type { Stores } from './ports.js';

/** Runs one work step. Throws `StepFailure` for expected failures; anything else counts as a bug and is retryable. */
export type StepImplementation = (request: StepRequest, context: StepContext) => Promise<StepOutput>;

export interface StepRequest {
  readonly configuration: JsonObject;
  readonly incoming: IncomingReferences;
  /** The documents chosen for the execution, when any were. */
  readonly documents: Reference | null;
}

export interface StepContext {
  readonly ownerId: string;
  readonly collectionId: string | null;
  readonly executionId: string;
  readonly path: string;
  readonly stores: Stores;
  readonly signal: AbortSignal;
  /** Says how far the step is: shown live beside the step. */
  readonly progress: (done: number, total: number, message: string) => void;
}
