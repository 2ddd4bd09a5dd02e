import type { IncomingReferences, JsonObject, Reference, StepOutput } from '#definition/plan';
import type { ExecutionRecord } from '#interpreter';
import type { ExecutionIdentity } from './argument.js';

/** Input of every work step's activity. The activity type is the step type, its id `<path>#<attempt>`. */
export interface WorkRequest {
  readonly identity: ExecutionIdentity;
  readonly path: string;
  readonly stepId: string;
  readonly stepType: string;
  readonly stepName: string;
  /** Number of the first attempt of this activity; Temporal's own attempt adds to it. */
  readonly firstAttempt: number;
  /** First number of the block reserved for this activity's own records. */
  readonly sequence: number;
  readonly configuration: JsonObject;
  readonly incoming: IncomingReferences;
  readonly documents: Reference | null;
  readonly warnings: readonly string[];
  /** Transitions of control and pure steps since the last write, riding along. */
  readonly records: readonly ExecutionRecord[];
}

export type WorkActivity = (request: WorkRequest) => Promise<StepOutput>;

export interface RecordRequest {
  readonly identity: ExecutionIdentity;
  readonly records: readonly ExecutionRecord[];
}

/** The activities that are not steps. */
export interface EngineActivities {
  /** Writes what is left when the execution goes quiet, pauses, continues as new or ends. */
  readonly record: (request: RecordRequest) => Promise<void>;
  /** Reads a plan or state too big for the argument. */
  readonly loadCarried: (reference: Reference) => Promise<unknown>;
  /** Stores a state too big for the argument. */
  readonly storeCarried: (value: unknown) => Promise<Reference>;
}
