import type { PlanStep } from '#definition/plan';
import { endEmpty } from './end-step.js';
import { recordStep } from './recording.js';
import type { ScopeDraft, Tick } from './tick.js';
import { pathOf, setState, stateOf } from './tick.js';

/** Tells a running step to stop, once; ends one that has not started. An ended one stays as it is. */
export function cancelStep(tick: Tick, scope: ScopeDraft, step: PlanStep, reason: string): void {
  const state = stateOf(tick, scope, step.index);
  if (state?.kind === 'ended') return;
  if (state?.kind === 'running') {
    if (state.cancelling) return;
    setState(tick, scope, step.index, { ...state, cancelling: true });
    tick.commands.push({ kind: 'cancel-work', path: pathOf(scope, step), attempt: state.attempt });
    return;
  }
  if (state?.kind === 'ready') scope.ready = scope.ready.filter((ready) => ready !== step.index);
  recordStep(tick, scope, step, { status: 'cancelled', attempt: 1, reason });
  endEmpty(tick, scope, step, { status: 'cancelled' });
}
