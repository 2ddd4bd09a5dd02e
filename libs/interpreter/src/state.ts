import type { Json, StepOutput } from '#definition/plan';
import type { StartInput } from './event.js';
import type { ExecutionStatus, StepError } from './status.js';

/**
 * Everything the interpreter remembers of an execution: plain JSON that can be written down and read
 * back at any event. It grows with live scope instances; never change one in place.
 */
export interface ExecutionState {
  readonly stateVersion: 1;
  /** As given, with the declared defaults filled in. */
  readonly start: StartInput;
  readonly status: ExecutionStatus;
  /** The last sequence number given out. */
  readonly sequence: number;
  /** Work commands that have not been answered yet. */
  readonly inFlight: number;
  readonly progress: { readonly done: number; readonly known: number };
  /** Paused instance paths; an empty one stands for the whole execution. */
  readonly paused: readonly string[];
  readonly held: boolean;
  /** Live scope instances by path; the root's is empty, a container's is its step's instance path. */
  readonly scopes: Readonly<Record<string, ScopeState>>;
}

/** One instance of a scope. Steps and edges stand at their position within the plan's scope. */
export interface ScopeState {
  /** Index in the plan. */
  readonly scope: number;
  readonly steps: readonly StepState[];
  readonly edges: readonly EdgeState[];
  /** Why an edge died, for those whose reason cannot be told from their source, by index in the plan. */
  readonly deaths: Readonly<Record<string, string>>;
  /** Values of the variables that live in this instance, by name. */
  readonly variables: Readonly<Record<string, Json>>;
  /** Steps whose join holds and that have not started, as indices in the plan, in definition order. */
  readonly ready: readonly number[];
  /** Steps that have not ended. */
  readonly open: number;
  /** Set once nothing more may start and what runs has been told to stop. */
  readonly stopping: Stopping | null;
}

/** Why a scope instance is being wound up. */
export type Stopping =
  { readonly kind: 'failed'; readonly error: StepError } | { readonly kind: 'cancelled' };

/** 0 undecided, 1 live, 2 dead. */
export type EdgeState = 0 | 1 | 2;

/** Null while pending. */
export type StepState = null | ReadyStep | RunningStep | EndedStep;

export interface ReadyStep {
  readonly kind: 'ready';
}

/** What a step inherits along its live edges; fixed when it starts. */
export interface Inherited {
  /** The references it got: which step made them and under which output name. */
  readonly got: readonly Origin[];
  /** The step whose routed error led here, as an index in the plan. */
  readonly cause: number | null;
}

export type Origin = readonly [step: number, output: string];

export interface RunningStep extends Inherited {
  readonly kind: 'running';
  /** The number of the first attempt of the command that is out. */
  readonly attempt: number;
  /** Told to stop, and not stopped yet. */
  readonly cancelling: boolean;
}

export interface EndedStep {
  readonly kind: 'ended';
  readonly status: 'completed' | 'failed' | 'skipped' | 'cancelled';
  /** Null when it gave nothing. A failed step that was told to continue has its default output. */
  readonly output: StepOutput | null;
  readonly error: StepError | null;
  /** The references it hands on along its live edges. */
  readonly hands: readonly Origin[];
  readonly cause: number | null;
}
