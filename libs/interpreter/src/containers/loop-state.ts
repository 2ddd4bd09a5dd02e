import type { Json, PlanBody, PlanStep } from '#definition/plan';
import { EngineFault } from '../engine-fault.js';
import type { LoopingStep } from '../state.js';
import type { ScopeDraft, Tick } from '../tick.js';
import { setState, stateOf } from '../tick.js';

export type LoopBody = Extract<PlanBody, { kind: 'loop' }>;

export function loopBody({ id, body }: PlanStep): LoopBody {
  if (body.kind !== 'loop') throw new EngineFault(`Step "${id}" is no loop.`);
  return body;
}

export function loopState(tick: Tick, scope: ScopeDraft, step: PlanStep): LoopingStep {
  const state = stateOf(tick, scope, step.index);
  if (state?.kind !== 'looping') throw new EngineFault(`Loop "${step.id}" does not run.`);
  return state;
}

/** Changes a loop, in place where this event owns its state: a copy a round costs more than the round. */
export function changeLoop(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  change: Partial<LoopingStep>,
): LoopingStep {
  const before = loopState(tick, scope, step);
  if (tick.owned.has(before)) return Object.assign(before, change);
  const state = { ...before, ...change };
  tick.owned.add(state);
  setState(tick, scope, step.index, state);
  return state;
}

/** The results with one more, in place where this event owns the list: a copy a round would be quadratic. */
export function withResult(
  tick: Tick,
  results: readonly Json[],
  index: number,
  value: Json,
): readonly Json[] {
  const own = tick.owned.has(results) ? (results as Json[]) : [...results];
  tick.owned.add(own);
  while (own.length < index) own.push(null);
  own[index] = value;
  return own;
}
