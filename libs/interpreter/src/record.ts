import type { IncomingReferences, Json, JsonObject, StepOutput } from '#definition/plan';
import type { Actor } from './control.js';
import type { ExecutionStatus, StepError, StepStatus } from './status.js';

interface Stamped {
  /** Minted by the interpreter, unique in the execution; a write applies only if its number is higher. */
  readonly sequence: number;
  readonly at: number;
}

/** A transition for the tables. Work steps record their own start and result; everything else comes from here. */
export type ExecutionRecord =
  ExecutionStatusRecord | StepRecord | VariableRecord | ConditionRecord | ControlRecord;

export interface ExecutionStatusRecord extends Stamped {
  readonly kind: 'execution';
  readonly status: ExecutionStatus;
  /** Steps ended and steps known so far. */
  readonly progress: { readonly done: number; readonly known: number };
  readonly output: Json;
  readonly error: StepError | null;
}

/** Of a step instance, or of a round of a loop: then the path ends in `[n]` and the rest is the loop's. */
export interface StepRecord extends Stamped {
  readonly kind: 'step';
  readonly path: string;
  readonly stepId: string;
  readonly stepType: string;
  readonly stepName: string;
  readonly status: StepStatus;
  readonly attempt: number;
  readonly output: StepOutput | null;
  readonly error: StepError | null;
  /** One sentence: which edge died and why, or what is awaited. */
  readonly reason: string | null;
  readonly warnings: readonly string[];
  /** Settings with all templates filled in, of steps that wait for somebody or were taken over. */
  readonly configuration?: JsonObject;
  /** What they got from the steps before them: with the settings, all that names their work. */
  readonly incoming?: IncomingReferences;
  /** When it began, of rounds: they are recorded once they have ended. */
  readonly startedAt?: number;
  /** When it stops waiting by itself. */
  readonly due?: number;
  /** Its output is that of an earlier execution: it cost nothing. */
  readonly reused?: true;
  /** Of a loop that begins: how many steps the execution has, now that the length of its list is known. */
  readonly known?: number;
}

/**
 * One attempt of work as its worker wrote it to the tables. It travels back with the activity's answer, so that the
 * history knows all that the tables do.
 */
export interface AttemptRecord {
  readonly attempt: number;
  /** By the worker's clock, epoch milliseconds. */
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  /** Null while it runs, and of the one that gave the output. */
  readonly error: Pick<StepError, 'code' | 'message' | 'retryable'> | null;
}

export interface VariableRecord extends Stamped {
  readonly kind: 'variable';
  readonly name: string;
  /** The scope instance it belongs to; empty for the root. */
  readonly scopePath: string;
  readonly value: Json;
}

export interface ConditionRecord extends Stamped {
  readonly kind: 'condition';
  readonly path: string;
  /** Null for a case of a condition step, a step's own condition or that of a loop. */
  readonly connectionId: string | null;
  readonly expression: string;
  readonly operands: JsonObject;
  readonly result: 'true' | 'false' | 'unknown';
}

/** What somebody did from outside: the audit trail of an execution. */
export interface ControlRecord extends Stamped {
  readonly kind: 'control';
  readonly action:
    'pause' | 'resume' | 'cancel' | 'retry' | 'skip' | 'give-up' | 'approve' | 'event' | 'variable';
  /** A step or scope instance; empty for the whole execution. */
  readonly path: string;
  readonly actor: Actor | null;
  readonly detail: JsonObject;
}
