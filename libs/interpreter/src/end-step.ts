import type { PlanStep } from '#definition/plan';
import { kill } from './edge.js';
import { EngineFault } from './engine-fault.js';
import { leave } from './leave.js';
import { at } from './plan-index.js';
import type { EndedStep } from './state.js';
import type { ScopeDraft, Tick } from './tick.js';
import { setState, stateOf, wake } from './tick.js';

/**
 * Ends a step, once. Its outgoing edges are the caller's to decide. With `fired`, its own timer has just fired, so
 * there is none to stop.
 */
export function endStep(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  { status, output, error, hands, cause }: Omit<EndedStep, 'kind'>,
  fired = false,
): void {
  const state = stateOf(tick, scope, step.index);
  if (state?.kind === 'ended') throw new EngineFault(`Step "${step.id}" ended twice.`);
  leave(tick, scope, step, state, fired);
  setState(tick, scope, step.index, { kind: 'ended', status, output, error, hands, cause });
  scope.open -= 1;
  const { done, known } = tick.progress;
  tick.progress = { done: done + 1, known };
  wake(tick, scope);
}

/** Ends a step that gives nothing, and kills every edge that leaves it. */
export function endEmpty(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  end: Pick<EndedStep, 'status'> & Partial<Pick<EndedStep, 'output' | 'error' | 'cause'>>,
  fired = false,
): void {
  const { status, output = null, error = null, cause = null } = end;
  endStep(tick, scope, step, { status, output, error, hands: [], cause }, fired);
  for (const edge of at(tick.index.outgoing, step.index)) kill(tick, scope, edge);
}
