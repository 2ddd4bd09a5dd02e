import type { PlanStep } from '#definition/plan';
import { cancelStep } from './cancel-step.js';
import { endEmpty } from './end-step.js';
import { at } from './plan-index.js';
import { recordStep } from './recording.js';
import type { Stopping } from './state.js';
import type { StepError } from './status.js';
import type { ScopeDraft, Tick } from './tick.js';
import { stateOf, wake } from './tick.js';

/**
 * Fails a scope instance; the first error is the one that counts. Its steps are stopped, or, where the `try`
 * around says so, those that have started are let end.
 */
export function failScope(tick: Tick, scope: ScopeDraft, step: PlanStep, error: StepError): void {
  if (scope.stopping !== null) return;
  const reason = `Cancelled because "${step.id}" failed with ${error.code}.`;
  if (settles(tick, scope)) letEnd(tick, scope, { kind: 'failed', error }, reason);
  else stopScope(tick, scope, { kind: 'failed', error }, reason);
}

/** Nothing more starts in the scope instance, and what runs is told to stop. One that is stopping keeps its reason. */
export function stopScope(tick: Tick, scope: ScopeDraft, stopping: Stopping, reason: string): void {
  begin(tick, scope, stopping);
  for (const step of at(tick.plan.scopes, scope.scope).steps) {
    cancelStep(tick, scope, at(tick.plan.steps, step), reason);
  }
}

/** Leaves a round, and with `break` its loop: what has not started is skipped, the rest is told to stop. */
export function leaveScope(tick: Tick, scope: ScopeDraft, how: 'break' | 'continue', by: string): void {
  if (scope.stopping !== null) return;
  begin(tick, scope, { kind: 'left', how });
  const reason = `"${by}" chose "${how}"`;
  for (const index of at(tick.plan.scopes, scope.scope).steps) {
    const step = at(tick.plan.steps, index);
    const state = stateOf(tick, scope, index);
    if (state === null || state.kind === 'ready') {
      recordStep(tick, scope, step, { status: 'skipped', attempt: 1, reason: `Skipped because ${reason}.` });
      endEmpty(tick, scope, step, { status: 'skipped' });
    } else cancelStep(tick, scope, step, `Cancelled because ${reason}.`);
  }
}

function letEnd(tick: Tick, scope: ScopeDraft, stopping: Stopping, reason: string): void {
  begin(tick, scope, stopping);
  for (const index of at(tick.plan.scopes, scope.scope).steps) {
    const state = stateOf(tick, scope, index);
    if (state === null || state.kind === 'ready') cancelStep(tick, scope, at(tick.plan.steps, index), reason);
  }
}

function begin(tick: Tick, scope: ScopeDraft, stopping: Stopping): void {
  scope.stopping ??= stopping;
  scope.ready = [];
  wake(tick, scope);
}

function settles(tick: Tick, scope: ScopeDraft): boolean {
  const { owner, region } = at(tick.plan.scopes, scope.scope);
  if (owner === null || region !== 'body') return false;
  const { body } = at(tick.plan.steps, owner);
  return body.kind === 'try' && body.siblings === 'settle';
}
