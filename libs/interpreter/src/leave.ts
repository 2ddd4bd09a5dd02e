import type { PlanStep } from '#definition/plan';
import type { StepState } from './state.js';
import type { ScopeDraft, Tick } from './tick.js';
import { pathOf } from './tick.js';

/**
 * Gives back what a step holds while it is in a state: its place among what runs, waits or is blocked, and
 * its timer, unless that has just fired.
 */
export function leave(tick: Tick, scope: ScopeDraft, step: PlanStep, state: StepState, fired = false): void {
  switch (state?.kind) {
    case 'running':
      tick.inFlight -= 1;
      return;
    case 'child':
      tick.children -= 1;
      return;
    case 'waiting':
      tick.waiting -= 1;
      if (state.due !== null && !fired) stopTimer(tick, scope, step);
      return;
    case 'blocked':
      tick.blocked -= 1;
      if (!fired) stopTimer(tick, scope, step);
      return;
    case 'looping':
      if (state.phase === 'storing') tick.inFlight -= 1;
      return;
    case 'trying':
    case 'ready':
    case 'ended':
    case undefined:
  }
}

function stopTimer(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  tick.commands.push({ kind: 'cancel-timer', path: pathOf(scope, step) });
}
