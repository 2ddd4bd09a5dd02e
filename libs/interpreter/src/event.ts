import type { Json, JsonObject, Reference, StepOutput } from '#definition/plan';
import type { Actor, Control } from './control.js';
import type { StepError } from './status.js';

/** What the interpreter is started with. Times are epoch milliseconds and always come from outside. */
export interface StartInput {
  readonly at: number;
  readonly executionId: string;
  readonly input: JsonObject;
  /** The documents chosen for this execution, when any were; also the value of inputs of type `documents`. */
  readonly documents: Reference | null;
  /** What an earlier execution gave, for a rerun of it. */
  readonly reuse?: Reuse | null;
}

/** Finished outputs of an earlier execution. One is taken over only where the key of the work is the same. */
export interface Reuse {
  readonly executionId: string;
  /** By instance path. */
  readonly outputs: Readonly<Record<string, { readonly key: string; readonly output: StepOutput }>>;
}

/** How a sub-workflow ended; the output of one that completed. */
export type ChildOutcome =
  | { readonly status: 'completed'; readonly output: StepOutput }
  | { readonly status: 'failed'; readonly error: StepError }
  | { readonly status: 'cancelled' };

interface Timed {
  readonly at: number;
}

/** What happened. The driver, the tests and the simulation feed these to `advance`. */
export type ExecutionEvent =
  | WorkSucceeded
  | WorkFailed
  | WorkCancelled
  | TimerFired
  | ChildEnded
  | ItemsLoaded
  | ResultsStored
  | EngineWorkFailed
  | (Control & Timed)
  | PauseEvent
  | (Timed & { readonly kind: 'cancel'; readonly actor?: Actor | null })
  /** The driver stops new work before it continues as new, and releases it in the new run. */
  | (Timed & { readonly kind: 'hold' | 'release' })
  /** The answer to a `yield`. */
  | (Timed & { readonly kind: 'go-on' });

/** What happened, before anybody has said when. */
export type Happening = WithoutTime<ExecutionEvent>;

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** Both kinds are idempotent. */
export interface PauseEvent extends Timed {
  readonly kind: 'pause' | 'resume';
  /** Of a step or a scope instance; empty for the whole execution. */
  readonly path: string;
  readonly actor?: Actor | null;
  /** The execution around is paused or resumed, and this one, all of it, with it. */
  readonly withParent?: boolean;
}

export interface WorkSucceeded extends Timed {
  readonly kind: 'work-succeeded';
  readonly path: string;
  readonly attempt: number;
  readonly output: StepOutput;
}

/** After the last attempt of the retry policy; `attempt` is the number of that attempt. */
export interface WorkFailed extends Timed {
  readonly kind: 'work-failed';
  readonly path: string;
  readonly attempt: number;
  readonly error: StepError;
}

export interface WorkCancelled extends Timed {
  readonly kind: 'work-cancelled';
  readonly path: string;
  readonly attempt: number;
}

export interface TimerFired extends Timed {
  readonly kind: 'timer-fired';
  readonly path: string;
}

export interface ChildEnded extends Timed {
  readonly kind: 'child-ended';
  readonly path: string;
  readonly attempt: number;
  readonly outcome: ChildOutcome;
}

/** A page shorter than was asked for is the last. */
export interface ItemsLoaded extends Timed {
  readonly kind: 'items-loaded';
  readonly path: string;
  readonly offset: number;
  readonly items: readonly Json[];
}

export interface ResultsStored extends Timed {
  readonly kind: 'results-stored';
  readonly path: string;
  readonly reference: Reference;
}

/** Items could not be loaded, or results not be stored. */
export interface EngineWorkFailed extends Timed {
  readonly kind: 'engine-work-failed';
  readonly path: string;
  readonly code: string;
  readonly message: string;
}
