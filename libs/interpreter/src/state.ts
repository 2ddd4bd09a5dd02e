import type { IncomingReferences, Json, JsonObject, Reference, StepOutput } from '#definition/plan';
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
  /** Commands for work and engine work that have not been answered yet. */
  readonly inFlight: number;
  /** Sub-workflows that run. */
  readonly children: number;
  /** Steps that wait for a timer, an approval or an event. */
  readonly waiting: number;
  /** Steps that wait for a person to say what becomes of their failure. */
  readonly blocked: number;
  readonly progress: { readonly done: number; readonly known: number };
  /** Paused paths of steps or scope instances; an empty one stands for the whole execution. */
  readonly paused: readonly string[];
  /** Of a sub-workflow: the step that it runs for is paused. */
  readonly pausedWithParent: boolean;
  readonly held: boolean;
  /** A `yield` is out: no round begins before it is answered. */
  readonly yielded: boolean;
  /** Somebody asked for the end; what is stopped for it may still be winding up. */
  readonly cancelled: boolean;
  /** Live scope instances by key: empty for the root, else as `scopeKey` makes them. */
  readonly scopes: Readonly<Record<string, ScopeState>>;
  /** What undoes what was done, in the order in which it was done. */
  readonly undo: readonly UndoEntry[];
  /** Compensations under way by the path of the `try`; that of the execution is under the empty path. */
  readonly undoing: Readonly<Record<string, Undoing>>;
}

/** One instance of a scope. Steps and edges stand at their position within the plan's scope. */
export interface ScopeState {
  /** Index in the plan. */
  readonly scope: number;
  /** What the paths of its steps begin with: `outer[2]`; empty for the root. */
  readonly path: string;
  /** Key of the scope instance its container stands in; null for the root. */
  readonly parent: string | null;
  /** The round of a loop it is. */
  readonly round: { readonly index: number; readonly item: Json; readonly at: number } | null;
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
  /** Set once nothing more may start. */
  readonly stopping: Stopping | null;
}

/** Why a scope instance is being wound up. */
export type Stopping =
  | { readonly kind: 'failed'; readonly error: StepError }
  | { readonly kind: 'cancelled' }
  /** A condition inside it chose the port `break` or `continue` of the loop around. */
  | { readonly kind: 'left'; readonly how: 'break' | 'continue' };

/** 0 undecided, 1 live, 2 dead. */
export type EdgeState = 0 | 1 | 2;

/** Null while pending. */
export type StepState =
  | null
  | ReadyStep
  | RunningStep
  | WaitingStep
  | BlockedStep
  | ChildStep
  | LoopingStep
  | TryingStep
  | EndedStep;

export interface ReadyStep {
  readonly kind: 'ready';
  /** After it was blocked: the number of the next attempt, and settings that replace those of the definition. */
  readonly again: { readonly attempt: number; readonly configuration: JsonObject | null } | null;
}

/** What a step inherits along its live edges; fixed when it starts. */
export interface Inherited {
  /** The references it got: which step made them and under which output name. */
  readonly got: readonly Origin[];
  /** The step whose routed error led here, as an index in the plan. */
  readonly cause: number | null;
}

export type Origin = readonly [step: number, output: string];

interface Attempted extends Inherited {
  /** The number of the first attempt of the command that is out. */
  readonly attempt: number;
  /** Told to stop, and not stopped yet. */
  readonly cancelling: boolean;
}

/** Its work is out. */
export interface RunningStep extends Attempted {
  readonly kind: 'running';
}

/** A sub-workflow runs for it. */
export interface ChildStep extends Attempted {
  readonly kind: 'child';
}

/** It waits for a time, a person or an event. */
export interface WaitingStep extends Inherited {
  readonly kind: 'waiting';
  readonly attempt: number;
  /** When its timer is due, in epoch milliseconds; null without one. */
  readonly due: number | null;
  /** The event it waits for; null for delays and approvals. */
  readonly event: string | null;
  /** Who may approve, by id or name; anybody when empty. */
  readonly assignees: readonly string[];
}

/** It failed, and a person says what becomes of it. */
export interface BlockedStep extends Inherited {
  readonly kind: 'blocked';
  /** The number of its last attempt. */
  readonly attempt: number;
  readonly error: StepError;
  readonly due: number;
}

/** A loop with its rounds. */
export interface LoopingStep extends Attempted {
  readonly kind: 'looping';
  readonly phase: 'loading' | 'rounds' | 'storing';
  /** How many rounds there will be; null while nobody knows. */
  readonly total: number | null;
  /** Items of the rounds from `offset` on that have not begun. */
  readonly items: readonly Json[];
  readonly offset: number;
  /** Where the rest of the list is; null when all of it is here. */
  readonly source: Reference | null;
  /** A page was asked for and is not there yet. */
  readonly asked: boolean;
  /** The next round to begin. */
  readonly next: number;
  /** Rounds that have begun and not ended. */
  readonly live: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Values by round; null where there is none. */
  readonly results: readonly Json[];
  readonly firstError: StepError | null;
  /** No more rounds begin. */
  readonly closing: 'done' | 'break' | 'exhausted' | 'failed' | null;
  /** Variables carried from round to round. */
  readonly variables: Readonly<Record<string, Json>>;
  readonly warnings: readonly string[];
}

/** A `try` with its regions. */
export interface TryingStep extends Attempted {
  readonly kind: 'trying';
  readonly phase: 'body' | 'finally' | 'compensating';
  /** How the body ended, once it has. */
  readonly outcome: Stopping | null;
  readonly errors: number;
  /** References its body gave, by output name. */
  readonly references: StepOutput['references'];
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

/** How to undo what a step did; its settings are filled in when the step has completed. */
export interface UndoEntry {
  /** Instance path of the step that undoes. */
  readonly path: string;
  /** Index in the plan of the step that undoes. */
  readonly step: number;
  readonly configuration: JsonObject;
  readonly incoming: IncomingReferences;
  readonly warnings: readonly string[];
  /** Why its settings cannot be made; then it fails instead of running. */
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface Undoing {
  /** What is still to be undone; the last comes first. */
  readonly left: readonly UndoEntry[];
  readonly running: UndoEntry | null;
}
