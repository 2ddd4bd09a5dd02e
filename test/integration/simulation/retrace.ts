import type { Plan } from '#definition/plan';
import type { Command, ExecutionEvent, ExecutionState, StartInput } from '#interpreter';

/** What one run of an execution fed to the interpreter, and what it was given each time. */
export interface Trace {
  readonly plan: Plan;
  readonly begin:
    | { readonly kind: 'start'; readonly input: StartInput }
    | { readonly kind: 'continue'; readonly state: ExecutionState };
  readonly events: readonly ExecutionEvent[];
  /** Of the start, if it has one, and of each event: the state and the commands, as JSON. */
  readonly gave: readonly string[];
}

type Answer = readonly [ExecutionState, readonly Command[]];

export interface Interpreter {
  readonly start: (plan: Plan, input: StartInput) => Answer;
  readonly advance: (plan: Plan, state: ExecutionState, event: ExecutionEvent) => Answer;
}

/** What an interpreter gives when it is fed the same, on the states that it gave itself. */
export function retrace({ start, advance }: Interpreter, { plan, begin, events }: Trace): readonly string[] {
  const answers: Answer[] = begin.kind === 'start' ? [start(plan, begin.input)] : [];
  let state = begin.kind === 'start' ? answers[0]?.[0] : begin.state;
  for (const event of events) {
    if (state === undefined) throw new Error('Nothing has begun.');
    const answer = advance(plan, state, event);
    answers.push(answer);
    state = answer[0];
  }
  return answers.map((answer) => JSON.stringify(answer));
}
