import { loopRoundEnded } from './containers/loop-round.js';
import { stopContainers } from './containers/stop-containers.js';
import { tryRegionEnded } from './containers/try-region.js';
import { EngineFault } from './engine-fault.js';
import { at } from './plan-index.js';
import { dropScope } from './scope-instance.js';
import { startReady } from './start-ready.js';
import type { ScopeDraft, Tick } from './tick.js';
import { draftOf, isLive } from './tick.js';

/** Starts and ends what follows from the event in all scope instances, by a work list, never by recursion. */
export function settle(tick: Tick): void {
  stopContainers(tick);
  for (let next = 0; next < tick.agenda.length; next += 1) {
    const key = at(tick.agenda, next);
    if (!isLive(tick, key)) continue;
    const scope = draftOf(tick, key);
    startReady(tick, scope);
    scope.queued = false;
    if (scope.open === 0 && scope.parent !== null) closeScope(tick, scope, scope.parent);
    stopContainers(tick);
  }
  tick.agenda.length = 0;
}

/** A scope instance in which everything has ended gives way to its container. */
function closeScope(tick: Tick, scope: ScopeDraft, parent: string): void {
  assertDecided(scope);
  const { owner } = at(tick.plan.scopes, scope.scope);
  if (owner === null) throw new EngineFault('A scope without a container has ended.');
  const container = at(tick.plan.steps, owner);
  const around = draftOf(tick, parent);
  if (container.body.kind === 'loop') loopRoundEnded(tick, around, container, scope);
  else tryRegionEnded(tick, around, container, scope);
  dropScope(tick, scope);
}

export function assertDecided(scope: ScopeDraft): void {
  if (scope.edges.includes(0)) {
    throw new EngineFault('Every step has ended, and a connection is undecided.');
  }
}
