import type { PlanStep } from '#definition/plan';
import { at } from '../plan-index.js';
import type { LoopingStep } from '../state.js';
import type { ScopeDraft, Tick } from '../tick.js';
import { loopBody, loopState } from './loop-state.js';

/** Steps of rounds that are sure to come count as known before their round begins. */
export function countAhead(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  const { total } = loopState(tick, scope, step);
  if (total !== null) addKnown(tick, step, total);
}

/** The end of the list has come into sight. */
export function countRest(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  const { total, next } = loopState(tick, scope, step);
  if (total !== null) addKnown(tick, step, total - next);
}

/** A round begins whose steps were not counted ahead. */
export function countRound(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  if (loopState(tick, scope, step).total === null) addKnown(tick, step, 1);
}

/** For the tables: a list that stands outside says how long it is, and is counted as it comes into sight. */
export function knownWith(
  { plan, progress }: Tick,
  step: PlanStep,
  { source }: Pick<LoopingStep, 'source'>,
): { readonly known: number } {
  const { steps } = at(plan.scopes, loopBody(step).scope);
  return { known: progress.known + (source?.count ?? 0) * steps.length };
}

/** Rounds that were counted ahead will not come after all. */
export function countOff(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  const { total, next } = loopState(tick, scope, step);
  if (total !== null) addKnown(tick, step, next - total);
}

function addKnown(tick: Tick, step: PlanStep, rounds: number): void {
  const { steps } = at(tick.plan.scopes, loopBody(step).scope);
  const { done, known } = tick.progress;
  tick.progress = { done, known: known + rounds * steps.length };
}
