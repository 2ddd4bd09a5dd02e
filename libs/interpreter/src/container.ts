import type { PlanStep } from '#definition/plan';
import { at } from './plan-index.js';
import type { LoopingStep, TryingStep } from './state.js';
import type { ScopeSight, Tick } from './tick.js';
import { sightOf, stateOf } from './tick.js';

/** The container that a scope instance belongs to, with how it stands; null for the root. */
export function containerOf(
  tick: Tick,
  scope: Pick<ScopeSight, 'scope' | 'parent'>,
): {
  readonly scope: ScopeSight;
  readonly step: PlanStep;
  readonly state: LoopingStep | TryingStep | null;
} | null {
  const { owner } = at(tick.plan.scopes, scope.scope);
  if (owner === null || scope.parent === null) return null;
  const around = sightOf(tick, scope.parent);
  const state = stateOf(tick, around, owner);
  const active = state?.kind === 'looping' || state?.kind === 'trying' ? state : null;
  return { scope: around, step: at(tick.plan.steps, owner), state: active };
}
