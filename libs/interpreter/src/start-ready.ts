import type { PlanStep } from '#definition/plan';
import { MAXIMUM_CHILDREN, MAXIMUM_IN_FLIGHT } from './limits.js';
import { isPaused } from './paused.js';
import { at } from './plan-index.js';
import { spread } from './spread.js';
import { startStep } from './start-step.js';
import type { ScopeDraft, Tick } from './tick.js';
import { pathOf } from './tick.js';

/**
 * Starts every step that may start, the first in definition order first, and what becomes ready on the
 * way. The rest stays ready: paused, held, or waiting for room among what is in flight.
 */
export function startReady(tick: Tick, scope: ScopeDraft): void {
  spread(tick, scope);
  if (tick.held) return;
  const later: number[] = [];
  for (let next = scope.ready.pop(); next !== undefined; next = scope.ready.pop()) {
    const step = at(tick.plan.steps, next);
    if (!mayStart(tick, scope, step)) {
      later.push(next);
      continue;
    }
    tick.started += 1;
    startStep(tick, scope, step);
    spread(tick, scope);
    if (scope.stopping !== null) return;
  }
  if (later.length > 0) scope.ready = later.sort((a, b) => b - a);
}

function mayStart(tick: Tick, scope: ScopeDraft, step: PlanStep): boolean {
  const { kind } = step.body;
  if (kind === 'work' && tick.inFlight >= MAXIMUM_IN_FLIGHT) return false;
  if (kind === 'sub_workflow' && tick.children >= MAXIMUM_CHILDREN) return false;
  return !isPaused(tick, pathOf(scope, step));
}
