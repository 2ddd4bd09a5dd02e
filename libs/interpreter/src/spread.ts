import type { PlanStep } from '#definition/plan';
import { endEmpty } from './end-step.js';
import { failStep } from './fail-step.js';
import { inherit } from './inheritance.js';
import { joinVerdict } from './join.js';
import type { EdgeCounts } from './join.js';
import { at } from './plan-index.js';
import { cancelLosers } from './race.js';
import { makeReady } from './ready.js';
import { recordStep } from './recording.js';
import { skipReason } from './skip-reason.js';
import type { ScopeDraft, Tick } from './tick.js';
import { edgeState, stateOf } from './tick.js';

/** Looks at every join with a newly decided edge, until none is left: by a work list, never by recursion. */
export function spread(tick: Tick, scope: ScopeDraft): void {
  for (let next = 0; next < scope.touched.length; next += 1) {
    const step = at(tick.plan.steps, at(scope.touched, next));
    if (stateOf(tick, scope, step.index) === null) lookAtJoin(tick, scope, step);
  }
  scope.touched.length = 0;
}

export function lookAtJoin(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  const counts = count(tick, scope, step);
  switch (joinVerdict(step.join, counts)) {
    case 'wait':
      return;
    case 'run':
      makeReady(tick, scope, step.index);
      if (step.join.kind === 'race') cancelLosers(tick, scope, step);
      return;
    case 'skip':
      skip(tick, scope, step, skipReason(tick, scope, step));
      return;
    case 'impossible':
      failStep(tick, scope, step, {
        ...inherit(tick, scope, step),
        attempt: 1,
        code: 'JOIN_IMPOSSIBLE',
        message: impossible(step, counts),
      });
  }
}

/** Ends a step without running it; death spreads along all its edges. */
export function skip(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  reason: string,
  warnings: readonly string[] = [],
): void {
  recordStep(tick, scope, step, { status: 'skipped', attempt: 1, reason, warnings });
  endEmpty(tick, scope, step, { status: 'skipped' });
}

function count(tick: Tick, scope: ScopeDraft, step: PlanStep): EdgeCounts {
  let live = 0;
  let dead = 0;
  for (const edge of step.incoming) {
    const state = edgeState(tick, scope, edge);
    if (state === 1) live += 1;
    else if (state === 2) dead += 1;
  }
  return { live, dead, undecided: step.incoming.length - live - dead };
}

function impossible(step: PlanStep, counts: EdgeCounts): string {
  const needed = step.join.kind === 'atLeast' ? step.join.count : step.incoming.length;
  return `"${step.id}" needs ${needed} live connections and can get ${counts.live + counts.undecided} at most.`;
}
