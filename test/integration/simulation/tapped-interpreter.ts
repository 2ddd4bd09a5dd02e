import { proxySinks } from '@temporalio/workflow';
import type { Sinks } from '@temporalio/workflow';
import type { Plan } from '#definition/plan';
import * as interpreter from '../../../libs/interpreter/src/index.js';
import type {
  Command,
  ExecutionEvent,
  ExecutionState,
  StartInput,
} from '../../../libs/interpreter/src/index.js';

export * from '../../../libs/interpreter/src/index.js';

/** What the workflow asked of the interpreter, and what it was given, as JSON. */
export interface Call {
  readonly plan: Plan;
  readonly asked:
    | { readonly kind: 'start'; readonly input: StartInput }
    | { readonly kind: 'advance'; readonly state: ExecutionState; readonly event: ExecutionEvent };
  readonly gave: string;
}

export interface TapSinks extends Sinks {
  readonly interpreter: { readonly called: (call: string) => void };
}

type Answer = readonly [ExecutionState, readonly Command[]];

/** Stands in for the interpreter in a bundle of the workflow code, and lets every call of it be heard outside. */
export function start(plan: Plan, input: StartInput): Answer {
  return heard(plan, { kind: 'start', input }, interpreter.start(plan, input));
}

export function advance(plan: Plan, state: ExecutionState, event: ExecutionEvent): Answer {
  return heard(plan, { kind: 'advance', state, event }, interpreter.advance(plan, state, event));
}

function heard(plan: Plan, asked: Call['asked'], answer: Answer): Answer {
  const call: Call = { plan, asked, gave: JSON.stringify(answer) };
  proxySinks<TapSinks>().interpreter.called(JSON.stringify(call));
  return answer;
}
