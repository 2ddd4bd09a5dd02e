import type { IncomingReferences, Json, JsonObject, StepOutput } from '#definition';
import type { ExecutionStatus, StepError, StepStatus } from '#interpreter';
import type { EventLevel } from '../events/execution-event.entity.js';

/** A row of `workflow_steps` to insert, or to update where its number is higher. Times are epoch milliseconds. */
export interface StepChange {
  readonly path: string;
  /** The loop or scope instance it stands directly in. */
  readonly parentPath: string;
  readonly attempt: number;
  readonly stepId: string;
  readonly stepType: string;
  readonly stepName: string;
  readonly iteration: number | null;
  readonly status: StepStatus;
  readonly input: IncomingReferences | null;
  readonly output: StepOutput | null;
  readonly configuration: JsonObject | null;
  readonly error: StepError | null;
  readonly reason: string | null;
  readonly warnings: readonly string[];
  /** Its output is that of an earlier execution. */
  readonly reused: boolean;
  readonly sequence: number;
  /** The first number of those that are merged into this one: rows stand in the order in which they came up. */
  readonly since: number;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  /** When it stops waiting by itself. */
  readonly due: number | null;
  /** How many steps the execution is known to have since. */
  readonly known: number | null;
}

/** What becomes of the execution's own row. */
export interface StatusChange {
  readonly status: ExecutionStatus;
  readonly done: number;
  readonly known: number;
  readonly output: Json;
  readonly error: StepError | null;
  readonly sequence: number;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
}

export interface VariableChange {
  readonly name: string;
  readonly scopePath: string;
  readonly value: Json;
  readonly sequence: number;
  readonly at: number;
}

export interface ConditionChange {
  readonly path: string;
  readonly connectionId: string | null;
  readonly expression: string;
  readonly operands: JsonObject;
  readonly result: string;
  readonly sequence: number;
  readonly at: number;
}

/** A line of the log, before it gets its delivery number. */
export interface EventChange {
  readonly record: number;
  readonly at: number;
  readonly level: EventLevel;
  readonly kind: string;
  readonly path: string | null;
  readonly message: string;
  readonly data: JsonObject | null;
  /** Logged only when the step change of the same number was applied. */
  readonly onlyIfApplied: boolean;
}

/** All of one write. */
export interface Changes {
  readonly steps: readonly StepChange[];
  readonly status: StatusChange | null;
  readonly variables: readonly VariableChange[];
  readonly conditions: readonly ConditionChange[];
  readonly events: readonly EventChange[];
}
