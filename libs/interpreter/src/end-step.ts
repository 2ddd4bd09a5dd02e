import type { PlanStep } from '#definition/plan';
import { kill } from './edge.js';
import { EngineFault } from './engine-fault.js';
import { leave } from './leave.js';
import { at } from './plan-index.js';
import type { EndedStep } from './state.js';
import type { ScopeDraft, Tick } from './tick.js';
import { setState, stateOf, wake } from './tick.js';

export interface End extends Omit<EndedStep, 'kind'> {
  /** The step's own timer has just fired, so there is none to stop. */
  readonly fired?: boolean;
}

/** Ends a step, once. Its outgoing edges are the caller's to decide. */
export function endStep(tick: Tick, scope: ScopeDraft, step: PlanStep, { fired, ...end }: End): void {
  const state = stateOf(tick, scope, step.index);
  if (state?.kind === 'ended') throw new EngineFault(`Step "${step.id}" ended twice.`);
  leave(tick, scope, step, state, fired);
  setState(tick, scope, step.index, { kind: 'ended', ...end });
  scope.open -= 1;
  tick.progress = { ...tick.progress, done: tick.progress.done + 1 };
  wake(tick, scope);
}

/** Ends a step that gives nothing, and kills every edge that leaves it. */
export function endEmpty(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  end: Pick<EndedStep, 'status'> & Partial<End>,
): void {
  endStep(tick, scope, step, { output: null, error: null, hands: [], cause: null, ...end });
  for (const edge of at(tick.index.outgoing, step.index)) kill(tick, scope, edge);
}
