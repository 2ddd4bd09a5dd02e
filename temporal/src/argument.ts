import type { Reference } from '#definition/plan';
import type {
  Actor,
  ChildOutcome,
  ExecutionRecord,
  ExecutionState,
  ExecutionStatus,
  Reuse,
  StartInput,
  StepError,
} from '#interpreter';
import type { ENGINE_VERSION } from './names.js';

/** Who and what an execution is; travels to every activity. */
export interface ExecutionIdentity {
  readonly executionId: string;
  readonly ownerId: string;
  readonly workflowId: string;
  readonly version: number;
  readonly collectionId: string | null;
  /** The step of another execution that it runs for. */
  readonly parent?: ParentStep;
  /** Workflows it runs within, outermost first: none may run inside itself. */
  readonly ancestors?: readonly string[];
}

/** A step that waits for another execution to end. */
export interface ParentStep {
  /** Temporal's id of the execution that the step belongs to. */
  readonly workflowId: string;
  readonly path: string;
  readonly attempt: number;
}

/** An execution that runs for one of our steps and goes on while we continue as new. */
export interface RunningChild {
  readonly path: string;
  readonly attempt: number;
  readonly executionId: string;
  /** Whether it was asked to tell its end by a signal. */
  readonly reports: boolean;
}

/** The workflow's one argument; `state` is set when a run continues an earlier one. */
export interface ExecutionArgument {
  readonly engineVersion: typeof ENGINE_VERSION;
  readonly identity: ExecutionIdentity;
  readonly plan: CarriedPlan;
  /** Without what an earlier execution gave, which is carried beside it. */
  readonly start: StartInput;
  /** Of a rerun: what it may take over. By value up to 64 KiB, else a reference; never part of a carried state. */
  readonly reuse?: Carried<Reuse> | undefined;
  readonly state: Carried<ExecutionState> | null;
  /** Records not yet written when the run before this one ended. */
  readonly records: readonly ExecutionRecord[];
  /** Executions that the runs before this one started for steps of ours. */
  readonly children?: readonly RunningChild[];
  /** Whether our parent, if we have one, has asked to be told of our end by a signal. */
  readonly reports?: boolean;
  /** Who was about to cancel it when the run before this one ended. */
  readonly canceller?: Actor | null;
  /** Decided at the start and carried on, so that every replay routes alike; `shared` when absent. */
  readonly routing?: Routing;
  /** History length, in events, at which a run continues as new; CONTINUE_AS_NEW_EVENTS when absent. */
  readonly continueAfterEvents?: number;
}

/**
 * Where a step's activity goes. `shared`: the queue of the workflow itself, so the server can hand
 * the activity out with the reply to the workflow task (eager execution, the fastest on one machine).
 * `byResource`: the queue of the resource the step needs, so each can be scaled on its own.
 */
export type Routing = 'shared' | 'byResource';

/** Packed up to 64 KiB, else a reference to the plan itself, read by one local activity. */
export type CarriedPlan =
  | {
      readonly kind: 'packed';
      /** Its JSON, deflated without a header, in base64. */
      readonly deflated: string;
    }
  | { readonly kind: 'reference'; readonly reference: Reference };

export type Carried<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'reference'; readonly reference: Reference };

/** What a completed execution's Temporal workflow returns; a failed or cancelled one closes as such. */
export interface ExecutionResult {
  readonly status: Extract<ExecutionStatus, 'completed' | 'failed' | 'cancelled'>;
  readonly error: StepError | null;
  /** Of one that ran for a step: what the step gets. */
  readonly outcome?: ChildOutcome;
}

/** Events of one run before it continues as new; the server suggests it at 4,096 and ends it at 51,200. */
export const CONTINUE_AS_NEW_EVENTS = 3_000;
