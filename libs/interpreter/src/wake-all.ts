import { compensateFurther } from './containers/try-region.js';
import { openRounds } from './containers/loop-rounds.js';
import { MAXIMUM_LIVE_SCOPES } from './limits.js';
import { locate } from './locate.js';
import { isSamePause } from './paused.js';
import { stepAt } from './plan-index.js';
import type { Tick } from './tick.js';
import { draftOf, liveKeys, sightOf, wake } from './tick.js';

/**
 * Has everything looked at that an event may have set free: steps that waited for room, and, where things were
 * paused, held, interrupted or too many, loops and compensations as well.
 */
export function wakeAll(tick: Tick): void {
  for (const key of liveKeys(tick)) {
    if ((tick.before.scopes[key]?.ready.length ?? 0) > 0) wake(tick, draftOf(tick, key));
  }
  for (const owner of Object.keys(tick.undoing)) {
    const found = owner === '' ? null : locate(tick, owner);
    if (found !== null) compensateFurther(tick, found.scope, found.step);
  }
  if (loosened(tick)) for (const key of liveKeys(tick)) reopenLoops(tick, key);
}

function loosened(tick: Tick): boolean {
  const { before } = tick;
  if (!isSamePause(before, tick) || tick.held !== before.held || tick.yielded !== before.yielded) return true;
  return Object.keys(before.scopes).length >= MAXIMUM_LIVE_SCOPES;
}

function reopenLoops(tick: Tick, key: string): void {
  const { steps, scope } = sightOf(tick, key);
  steps.forEach((state, position) => {
    if (state?.kind !== 'looping') return;
    const step = stepAt(tick.plan, scope, position);
    openRounds(tick, draftOf(tick, key), step);
  });
}
