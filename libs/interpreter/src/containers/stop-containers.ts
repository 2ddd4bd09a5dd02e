import { at } from '../plan-index.js';
import { stopScope } from '../stop-scope.js';
import type { Tick } from '../tick.js';
import { draftOf, liveKeys, sightOf, stateOf } from '../tick.js';
import { endLoopWhenDone } from './loop-end.js';

/**
 * Stops what runs inside containers that were told to stop, by a work list: what is stopped may hold containers
 * itself. A `finally` region is shielded.
 */
export function stopContainers(tick: Tick): void {
  for (let stop = tick.stops.shift(); stop !== undefined; stop = tick.stops.shift()) {
    const { scope, step, reason } = stop;
    for (const key of liveKeys(tick)) {
      const inside = sightOf(tick, key);
      const { owner, region } = at(tick.plan.scopes, inside.scope);
      if (inside.parent !== scope.key || owner !== step.index || region === 'finally') continue;
      stopScope(tick, draftOf(tick, key), { kind: 'cancelled' }, reason);
    }
    if (stateOf(tick, scope, step.index)?.kind === 'looping') endLoopWhenDone(tick, scope, step);
  }
}
