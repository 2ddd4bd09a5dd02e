import type { PlanEdge, PlanStep } from '#definition/plan';
import { at } from './plan-index.js';
import { endedStep } from './scene.js';
import type { ScopeDraft, Tick } from './tick.js';
import { deathOf, edgeState } from './tick.js';

/** One sentence for people: which edge died, and why. */
export function skipReason(tick: Tick, scope: ScopeDraft, step: PlanStep): string {
  const dead = step.incoming.filter((edge) => edgeState(tick, scope, edge) === 2);
  const first = at(tick.plan.edges, at(dead, 0));
  const because = deathOf(scope, first.index) ?? deathBySource(tick, scope, first);
  const more = dead.length > 1 ? `, and ${dead.length - 1} more of its connections not taken` : '';
  return `Skipped because ${because}${more}.`;
}

function deathBySource(tick: Tick, scope: ScopeDraft, edge: PlanEdge): string {
  const source = at(tick.plan.steps, edge.source);
  const ended = endedStep(tick, scope, edge.source);
  if (ended?.error != null) {
    const failed = `"${source.id}" failed with ${ended.error.code}`;
    return edge.port === 'error' ? `${failed}, and goes on with its default output` : failed;
  }
  return ended?.status === 'skipped' ? `"${source.id}" was skipped` : `"${source.id}" did not fail`;
}
