import type { PlanStep } from '#definition/plan';
import { cancelStep } from './cancel-step.js';
import { at } from './plan-index.js';
import type { Stopping } from './state.js';
import type { StepError } from './status.js';
import type { ScopeDraft, Tick } from './tick.js';

/** Fails a scope instance: its steps are stopped, and the first error is the one that counts. */
export function failScope(tick: Tick, scope: ScopeDraft, step: PlanStep, error: StepError): void {
  stopScope(
    tick,
    scope,
    { kind: 'failed', error },
    `Cancelled because "${step.id}" failed with ${error.code}.`,
  );
}

/** Nothing more starts in the scope instance, and what runs is told to stop. */
export function stopScope(tick: Tick, scope: ScopeDraft, stopping: Stopping, reason: string): void {
  scope.stopping = stopping;
  scope.ready = [];
  for (const step of at(tick.plan.scopes, scope.scope).steps) {
    cancelStep(tick, scope, at(tick.plan.steps, step), reason);
  }
}
