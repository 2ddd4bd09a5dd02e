import type { Json, JsonObject, StepOutput } from '#definition/plan';
import type { ExecutionStatus, StepError, StepStatus } from './status.js';

interface Stamped {
  /** Minted by the interpreter, unique in the execution; a write applies only if its number is higher. */
  readonly sequence: number;
  readonly at: number;
}

/** A transition for the tables. Work steps record their own start and result; everything else comes from here. */
export type ExecutionRecord = ExecutionStatusRecord | StepRecord | VariableRecord | ConditionRecord;

export interface ExecutionStatusRecord extends Stamped {
  readonly kind: 'execution';
  readonly status: ExecutionStatus;
  /** Steps ended and steps known so far. */
  readonly progress: { readonly done: number; readonly known: number };
  readonly output: Json;
  readonly error: StepError | null;
}

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
  /** Null for a case of a condition step or a step's own condition. */
  readonly connectionId: string | null;
  readonly expression: string;
  readonly operands: JsonObject;
  readonly result: 'true' | 'false' | 'unknown';
}
