import type { IncomingReferences, Json, JsonObject, Reference, StepOutput } from '#definition/plan';
import type { AttemptRecord, ChildOutcome, ExecutionRecord, StartInput } from '#interpreter';
import type { CarriedPlan, ExecutionIdentity } from './argument.js';

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

/** What a work step's activity gives. */
export interface WorkResult {
  readonly output: StepOutput;
  /** All attempts of the activity, for the tables to be made anew from. */
  readonly attempts: readonly AttemptRecord[];
}

export type WorkActivity = (request: WorkRequest) => Promise<WorkResult>;

export interface RecordRequest {
  readonly identity: ExecutionIdentity;
  readonly records: readonly ExecutionRecord[];
}

export interface LoadItemsRequest {
  readonly ownerId: string;
  readonly reference: Reference;
  readonly offset: number;
  readonly limit: number;
}

/** Makes an execution that is to run for a step of another one. */
export interface PrepareChildRequest {
  readonly parent: ExecutionIdentity;
  readonly path: string;
  readonly attempt: number;
  readonly workflowId: string;
  readonly version: number | 'published';
  readonly input: JsonObject;
}

/** What its Temporal workflow is started with, or why there is none. The same step and attempt has one child. */
export type PreparedChild =
  | {
      readonly kind: 'prepared';
      readonly identity: ExecutionIdentity;
      readonly plan: CarriedPlan;
      readonly start: StartInput;
      readonly title: string;
    }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

export interface ReadOutcomeRequest {
  readonly ownerId: string;
  readonly executionId: string;
}

/** The activities that are not steps. */
export interface EngineActivities {
  /** Writes what is left when the execution goes quiet, pauses, continues as new or ends. */
  readonly record: (request: RecordRequest) => Promise<void>;
  /** Reads a plan or state too big for the argument. */
  readonly loadCarried: (reference: Reference) => Promise<unknown>;
  /** Stores a state too big for the argument. */
  readonly storeCarried: (value: unknown) => Promise<Reference>;
  /** Reads a page of a list that stands outside; fewer than asked for are the last. */
  readonly loadItems: (request: LoadItemsRequest) => Promise<readonly Json[]>;
  /** Stores the results of a loop that are too big to be facts. */
  readonly storeResults: (results: readonly Json[]) => Promise<Reference>;
  /** Moves what is too big for history out of an output. */
  readonly boundOutput: (output: StepOutput) => Promise<StepOutput>;
  /** Does nothing: what follows on it begins a new workflow task. */
  readonly turn: () => Promise<void>;
  readonly prepareChild: (request: PrepareChildRequest) => Promise<PreparedChild>;
  /** How an execution ended, from the tables; null while they hold it for open. */
  readonly readOutcome: (request: ReadOutcomeRequest) => Promise<ChildOutcome | null>;
}
