import type { IncomingReferences, JsonObject, Plan, Reference, StepOutput } from '#definition/plan';
import type { ExecutionRecord, ExecutionState, ExecutionStatus, StartInput, StepError } from '#interpreter';

/** The one workflow type: a generic interpreter of definitions. */
export const WORKFLOW_TYPE = 'execution';

/** Semantics of the interpreter that an execution was started with; raised when old histories need the old ones. */
export const ENGINE_VERSION = 1;

/** Task queues by resource, so that each can have worker processes of its own. */
export const TASK_QUEUES = { interpreter: 'interpreter', io: 'io', cpu: 'cpu' } as const;

/** An execution's Temporal workflow id. */
export function temporalWorkflowId(executionId: string): string {
  return `execution-${executionId}`;
}

export const PAUSE_SIGNAL = 'pause';
export const RESUME_SIGNAL = 'resume';

/** Argument of both signals; `path` empty means the whole execution. */
export interface PauseSignal {
  readonly path: string;
}

/** Registered on the namespace at start-up; run level only, never touched per step. */
export const SEARCH_ATTRIBUTES = {
  SluiceWorkflowId: 'Keyword',
  SluiceVersion: 'Int',
  SluiceOwner: 'Keyword',
  SluiceStatus: 'Keyword',
} as const;

/** Who and what an execution is; travels to every activity. */
export interface ExecutionIdentity {
  readonly executionId: string;
  readonly ownerId: string;
  readonly workflowId: string;
  readonly version: number;
  readonly collectionId: string | null;
}

/** The workflow's one argument; `state` is set when a run continues an earlier one. */
export interface ExecutionArgument {
  readonly engineVersion: typeof ENGINE_VERSION;
  readonly identity: ExecutionIdentity;
  /** By value up to 64 KiB, else a reference read by one local activity. */
  readonly plan: Carried<Plan>;
  readonly start: StartInput;
  readonly state: Carried<ExecutionState> | null;
  /** Records not yet written when the run before this one ended. */
  readonly records: readonly ExecutionRecord[];
}

export type Carried<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'reference'; readonly reference: Reference };

export interface ExecutionResult {
  readonly status: Extract<ExecutionStatus, 'completed' | 'failed' | 'cancelled'>;
  readonly error: StepError | null;
}

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
