import type { PlanStep } from '#definition/plan';
import { endEmpty } from './end-step.js';
import { recordStep } from './recording.js';
import type { ScopeDraft, Tick } from './tick.js';
import { pathOf, setState, stateOf } from './tick.js';

/**
 * Tells a step to stop, once. What runs outside ends when it has stopped, a container when everything inside
 * it has; what only waits, or has not started, ends at once. An ended one stays as it is.
 */
export function cancelStep(tick: Tick, scope: ScopeDraft, step: PlanStep, reason: string): void {
  const state = stateOf(tick, scope, step.index);
  switch (state?.kind) {
    case 'ended':
      return;
    case 'running':
    case 'child':
      if (state.cancelling) return;
      setState(tick, scope, step.index, { ...state, cancelling: true });
      tick.commands.push({
        kind: state.kind === 'running' ? 'cancel-work' : 'cancel-child',
        path: pathOf(scope, step),
        attempt: state.attempt,
      });
      return;
    case 'looping':
    case 'trying':
      if (state.cancelling) return;
      setState(tick, scope, step.index, { ...state, cancelling: true });
      tick.stops.push({ scope, step, reason });
      return;
    case 'ready':
      scope.ready = scope.ready.filter((ready) => ready !== step.index);
      endCancelled(tick, scope, step, state.again?.attempt ?? 1, reason);
      return;
    default:
      endCancelled(tick, scope, step, state?.attempt ?? 1, reason);
  }
}

export function endCancelled(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  attempt: number,
  reason: string,
): void {
  recordStep(tick, scope, step, { status: 'cancelled', attempt, reason });
  endEmpty(tick, scope, step, { status: 'cancelled' });
}
