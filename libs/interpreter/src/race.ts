import type { PlanStep } from '#definition/plan';
import { cancelStep } from './cancel-step.js';
import { at } from './plan-index.js';
import type { ScopeDraft, Tick } from './tick.js';
import { edgeState, stateOf } from './tick.js';

/**
 * When a race is won: cancels every step that has not ended and that only feeds the losing branches,
 * walking back from the undecided edges of the join.
 */
export function cancelLosers(tick: Tick, scope: ScopeDraft, join: PlanStep): void {
  const useless = new Set([join.index]);
  const candidates = undecidedSources(tick, scope, join);
  for (let next = candidates.pop(); next !== undefined; next = candidates.pop()) {
    if (useless.has(next) || !feedsOnly(tick, scope, next, useless)) continue;
    useless.add(next);
    candidates.push(...undecidedSources(tick, scope, at(tick.plan.steps, next)));
  }
  useless.delete(join.index);
  const reason = `Cancelled because "${join.id}" went on with a faster branch.`;
  for (const step of [...useless].sort((a, b) => a - b)) {
    cancelStep(tick, scope, at(tick.plan.steps, step), reason);
  }
}

function undecidedSources(tick: Tick, scope: ScopeDraft, step: PlanStep): number[] {
  return step.incoming
    .filter((edge) => edgeState(tick, scope, edge) === 0)
    .map((edge) => at(tick.plan.edges, edge).source);
}

/** A step feeds only the losing side when it has not ended and all its edges lead into it. */
function feedsOnly(tick: Tick, scope: ScopeDraft, step: number, useless: ReadonlySet<number>): boolean {
  if (stateOf(tick, scope, step)?.kind === 'ended') return false;
  return at(tick.index.outgoing, step).every((edge) => useless.has(edge.target));
}
