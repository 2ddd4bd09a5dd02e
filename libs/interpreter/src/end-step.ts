import type { PlanStep } from '#definition/plan';
import { kill } from './edge.js';
import { EngineFault } from './engine-fault.js';
import { at } from './plan-index.js';
import type { EndedStep } from './state.js';
import type { ScopeDraft, Tick } from './tick.js';
import { setState, stateOf } from './tick.js';

/** Ends a step, once. Its outgoing edges are the caller's to decide. */
export function endStep(tick: Tick, scope: ScopeDraft, step: PlanStep, end: Omit<EndedStep, 'kind'>): void {
  const state = stateOf(tick, scope, step.index);
  if (state?.kind === 'ended') throw new EngineFault(`Step "${step.id}" ended twice.`);
  if (state?.kind === 'running') tick.inFlight -= 1;
  setState(tick, scope, step.index, { kind: 'ended', ...end });
  scope.open -= 1;
  tick.progress = { ...tick.progress, done: tick.progress.done + 1 };
}

/** Ends a step that gives nothing, and kills every edge that leaves it. */
export function endEmpty(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  end: Pick<EndedStep, 'status'> & Partial<EndedStep>,
): void {
  endStep(tick, scope, step, { output: null, error: null, hands: [], cause: null, ...end });
  for (const edge of at(tick.index.outgoing, step.index)) kill(tick, scope, edge);
}
