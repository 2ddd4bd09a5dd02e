import type { PlanEdge } from '#definition/plan';
import { EngineFault } from './engine-fault.js';
import { at } from './plan-index.js';
import type { ScopeDraft, Tick } from './tick.js';
import { edgeState } from './tick.js';

/** Makes an edge live; its target's join is looked at next. */
export function enliven(tick: Tick, scope: ScopeDraft, edge: PlanEdge): void {
  decideEdge(tick, scope, edge, 1);
}

/** Kills an edge. `reason` is kept only where the source's own end does not tell it. */
export function kill(tick: Tick, scope: ScopeDraft, edge: PlanEdge, reason: string | null = null): void {
  decideEdge(tick, scope, edge, 2);
  if (reason !== null) (scope.newDeaths ??= new Map()).set(edge.index, reason);
}

/** An edge is decided once in the life of its scope instance. */
function decideEdge(tick: Tick, scope: ScopeDraft, edge: PlanEdge, state: 1 | 2): void {
  if (edgeState(tick, scope, edge.index) !== 0) {
    throw new EngineFault(`Connection "${edge.id}" was decided twice.`);
  }
  scope.edges[at(tick.index.edgePosition, edge.index)] = state;
  scope.touched.push(edge.target);
}
