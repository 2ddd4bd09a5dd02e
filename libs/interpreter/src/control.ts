import type { Json, JsonObject } from '#definition/plan';

/** Who did something to an execution; `name` is what people call them, such as an e-mail address. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** What a person asks of an open execution and may be refused. Each is a Temporal Update of the same name. */
export type Control =
  /** Tries a blocked step again; settings that are given replace those of the same name. */
  | {
      readonly kind: 'retry-step';
      readonly path: string;
      readonly configuration: JsonObject | null;
      readonly actor: Actor | null;
    }
  /** Goes on past a blocked step, with these facts as its output; without any, as if it had been skipped. */
  | {
      readonly kind: 'skip-step';
      readonly path: string;
      readonly output: JsonObject | null;
      readonly actor: Actor | null;
    }
  /** Lets a blocked step fail. */
  | { readonly kind: 'give-up-step'; readonly path: string; readonly actor: Actor | null }
  | {
      readonly kind: 'approve';
      readonly path: string;
      readonly approved: boolean;
      readonly comment: string | null;
      readonly actor: Actor | null;
    }
  /** Every step that waits for an event of that name gets it; with a path, only the one there. */
  | {
      readonly kind: 'send-event';
      readonly name: string;
      readonly path: string | null;
      readonly payload: Json;
      readonly actor: Actor | null;
    }
  /** `scopePath` is the scope instance the variable lives in; empty for the root. */
  | {
      readonly kind: 'set-variable';
      readonly scopePath: string;
      readonly name: string;
      readonly value: Json;
      readonly actor: Actor | null;
    };

export const CONTROLS = [
  'retry-step',
  'skip-step',
  'give-up-step',
  'approve',
  'send-event',
  'set-variable',
] as const satisfies readonly Control['kind'][];

/** Why a control is refused. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** Every code that a control can be refused with, and what it means. Codes are never renamed. */
export const REFUSAL_CODES = {
  EXECUTION_CLOSED: 'The execution has ended.',
  STEP_NOT_FOUND: 'There is no such step in the execution now.',
  STEP_NOT_BLOCKED: 'The step is not blocked, or no longer.',
  STEP_NOT_WAITING: 'The step does not wait for an approval, or no longer.',
  EVENT_NOT_AWAITED: 'Nothing waits for an event of that name now.',
  NOT_ASSIGNED: 'Somebody else has to decide this.',
  VARIABLE_NOT_FOUND: 'There is no such variable, or it does not live there.',
  VALUE_TYPE: 'The value is not of the declared type.',
  VALUE_TOO_LARGE: 'The value is above 64 KiB or nests too deeply.',
  CONFIGURATION_INVALID: 'The settings do not fit the type of the step.',
} as const;

export type RefusalCode = keyof typeof REFUSAL_CODES;
