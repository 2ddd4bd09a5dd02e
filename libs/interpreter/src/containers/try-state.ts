import type { PlanBody, PlanStep } from '#definition/plan';
import { EngineFault } from '../engine-fault.js';
import type { TryingStep } from '../state.js';
import type { ScopeDraft, Tick } from '../tick.js';
import { setState, stateOf } from '../tick.js';

export type TryBody = Extract<PlanBody, { kind: 'try' }>;

export function tryBody({ id, body }: PlanStep): TryBody {
  if (body.kind !== 'try') throw new EngineFault(`Step "${id}" is no try.`);
  return body;
}

export function tryState(tick: Tick, scope: ScopeDraft, step: PlanStep): TryingStep {
  const state = stateOf(tick, scope, step.index);
  if (state?.kind !== 'trying') throw new EngineFault(`Try "${step.id}" does not run.`);
  return state;
}

export function changeTry(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  change: Partial<TryingStep>,
): TryingStep {
  const state = { ...tryState(tick, scope, step), ...change };
  setState(tick, scope, step.index, state);
  return state;
}
