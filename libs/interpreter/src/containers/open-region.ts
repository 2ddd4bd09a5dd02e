import type { PlanStep } from '#definition/plan';
import { regionKey } from '../instance-path.js';
import { at } from '../plan-index.js';
import { openScope } from '../scope-instance.js';
import type { ScopeDraft, Tick } from '../tick.js';
import { pathOf } from '../tick.js';

/** Begins a region of a `try`; its steps count as known from now on. */
export function openRegion(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  region: 'body' | 'finally',
  index: number,
): void {
  const path = pathOf(scope, step);
  const { steps } = at(tick.plan.scopes, index);
  tick.progress = { ...tick.progress, known: tick.progress.known + steps.length };
  openScope(tick, regionKey(path, region), index, { path, parent: scope.key, round: null });
}
