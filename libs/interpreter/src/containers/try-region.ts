import type { PlanStep } from '#definition/plan';
import { endCancelled } from '../cancel-step.js';
import { goOnCompensating, startCompensation } from '../compensation.js';
import { failStep } from '../fail-step.js';
import { at } from '../plan-index.js';
import { leaveScope } from '../stop-scope.js';
import { succeedStep } from '../succeed-step.js';
import type { ScopeDraft, Tick } from '../tick.js';
import { pathOf, stateOf } from '../tick.js';
import { referencesOfBody } from './body-references.js';
import { openRegion } from './open-region.js';
import { changeTry, tryBody, tryState } from './try-state.js';

/** Takes in a region of a `try` in which everything has ended, and goes on with the next. */
export function tryRegionEnded(tick: Tick, scope: ScopeDraft, step: PlanStep, region: ScopeDraft): void {
  if (at(tick.plan.scopes, region.scope).region === 'finally') {
    const { outcome } = tryState(tick, scope, step);
    // A failure inside `finally` is the failure of the whole; leaving it counts unless the body has failed.
    const counts = region.stopping?.kind === 'failed' || outcome === null;
    if (counts) changeTry(tick, scope, step, { outcome: region.stopping });
    compensate(tick, scope, step);
    return;
  }
  const { got } = tryState(tick, scope, step);
  changeTry(tick, scope, step, {
    outcome: region.stopping,
    errors: failures(tick, region),
    references: region.stopping === null ? referencesOfBody(tick, region, got) : {},
  });
  const after = tryBody(step).finally;
  if (after === null) {
    compensate(tick, scope, step);
    return;
  }
  changeTry(tick, scope, step, { phase: 'finally' });
  openRegion(tick, scope, step, 'finally', after);
}

function failures(tick: Tick, region: ScopeDraft): number {
  return region.steps.filter((state) => state?.kind === 'ended' && state.error !== null).length;
}

function compensate(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  const { outcome } = tryState(tick, scope, step);
  const undone = outcome?.kind === 'failed' || outcome?.kind === 'cancelled';
  const path = pathOf(scope, step);
  if (!undone || !tryBody(step).compensate || !startCompensation(tick, path)) {
    end(tick, scope, step);
    return;
  }
  changeTry(tick, scope, step, { phase: 'compensating' });
  compensateFurther(tick, scope, step);
}

/** Goes on with the compensation of a `try`, and ends it when that is over. */
export function compensateFurther(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  const state = stateOf(tick, scope, step.index);
  if (state?.kind !== 'trying' || state.phase !== 'compensating') return;
  if (goOnCompensating(tick, pathOf(scope, step))) end(tick, scope, step);
}

function end(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  const { cancelling, outcome, errors, references, got, cause, attempt } = tryState(tick, scope, step);
  if (cancelling) {
    endCancelled(tick, scope, step, attempt, 'Cancelled while it ran.');
    return;
  }
  if (outcome?.kind === 'failed') {
    const { code, message } = outcome.error;
    failStep(tick, scope, step, { got, cause, attempt, code, message, inner: outcome.error });
    return;
  }
  const output = { facts: { error_count: errors }, references };
  const leaves = outcome?.kind === 'left' ? { ports: [] } : {};
  succeedStep(tick, scope, step, { got, cause, attempt, output, warnings: [], recorded: 'here', ...leaves });
  if (outcome?.kind === 'left') leaveScope(tick, scope, outcome.how, step.id);
}
