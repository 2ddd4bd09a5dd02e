import type { PlanStep } from '#definition/plan';
import { regionKey, splitPath } from './instance-path.js';
import { at } from './plan-index.js';
import type { StepState } from './state.js';
import type { ScopeDraft, Tick } from './tick.js';
import { draftOf, isLive, sightOf, stateOf } from './tick.js';

/** The step that an instance path names, in its live scope instance; null when there is none. */
export function locate(
  tick: Tick,
  path: string,
): { readonly scope: ScopeDraft; readonly step: PlanStep; readonly state: StepState } | null {
  const { scopePath, stepId } = splitPath(path);
  for (const region of ['body', 'finally'] as const) {
    const key = regionKey(scopePath, region);
    if (!isLive(tick, key)) continue;
    const step = at(tick.index.byId, sightOf(tick, key).scope).get(stepId);
    if (step === undefined) continue;
    const scope = draftOf(tick, key);
    return { scope, step, state: stateOf(tick, scope, step.index) };
  }
  return null;
}

/** Whether the path is that of a live round, or of a container with a live region. */
export function isScopePath(tick: Tick, path: string): boolean {
  return isLive(tick, regionKey(path, 'body')) || isLive(tick, regionKey(path, 'finally'));
}
