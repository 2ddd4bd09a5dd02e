import type { PlanStep } from '#definition/plan';
import { endCancelled } from './cancel-step.js';
import { compensationEnded } from './compensation.js';
import { endEmpty } from './end-step.js';
import type { ChildEnded, WorkCancelled, WorkFailed, WorkSucceeded } from './event.js';
import { failStep } from './fail-step.js';
import { locate } from './locate.js';
import type { ChildStep, RunningStep } from './state.js';
import { succeedStep } from './succeed-step.js';
import type { ScopeDraft, Tick } from './tick.js';
import { noteUndo } from './undo-entry.js';

/** Work has ended: that of a step, or of a compensation. */
export function workEnded(tick: Tick, event: WorkSucceeded | WorkFailed | WorkCancelled): boolean {
  const found = running(tick, event);
  if (found === null) return compensationEnded(tick, event);
  switch (event.kind) {
    case 'work-succeeded':
      succeeded(tick, found, event, 'by-itself');
      return true;
    case 'work-failed':
      failed(tick, found, event);
      return true;
    case 'work-cancelled':
      cancelled(tick, found, event.attempt);
      return true;
  }
}

/** A sub-workflow has ended. */
export function childEnded(tick: Tick, event: ChildEnded): boolean {
  const { path, attempt, outcome } = event;
  const found = locate(tick, path);
  if (found?.state?.kind !== 'child' || found.state.attempt !== attempt) return false;
  const child: Found = { ...found, state: found.state };
  switch (outcome.status) {
    case 'completed':
      succeeded(tick, child, { attempt, output: outcome.output }, 'here');
      return true;
    case 'failed':
      failed(tick, child, { attempt, error: outcome.error });
      return true;
    case 'cancelled':
      cancelled(tick, child, attempt);
      return true;
  }
}

interface Found {
  readonly scope: ScopeDraft;
  readonly step: PlanStep;
  readonly state: RunningStep | ChildStep;
}

function succeeded(
  tick: Tick,
  { scope, step, state }: Found,
  { attempt, output }: Pick<WorkSucceeded, 'attempt' | 'output'>,
  recorded: 'by-itself' | 'here',
): void {
  const { got, cause } = state;
  if (!state.cancelling) {
    succeedStep(tick, scope, step, { got, cause, attempt, output, warnings: [], recorded });
    return;
  }
  if (recorded === 'here') {
    endCancelled(tick, scope, step, attempt, 'Cancelled while it ran.');
    return;
  }
  endEmpty(tick, scope, step, { status: 'completed', output, cause });
  noteUndo(tick, scope, step);
}

function failed(
  tick: Tick,
  { scope, step, state }: Found,
  { attempt, error }: Pick<WorkFailed, 'attempt' | 'error'>,
): void {
  if (state.cancelling) {
    endCancelled(tick, scope, step, attempt, 'Cancelled while it ran.');
    return;
  }
  const { code, message, retryable } = error;
  const { got, cause } = state;
  failStep(tick, scope, step, { got, cause, attempt, code, message, retryable });
}

/** A step that nobody told to stop and that reports it was cancelled has failed. */
function cancelled(tick: Tick, { scope, step, state }: Found, attempt: number): void {
  if (state.cancelling) {
    endCancelled(tick, scope, step, attempt, 'Cancelled while it ran.');
    return;
  }
  const { got, cause } = state;
  const message = `"${step.id}" was cancelled from outside.`;
  failStep(tick, scope, step, { got, cause, attempt, code: 'CANCELLED', message });
}

/** The running step an event speaks of; null when there is none (any more) with that attempt. */
function running(
  tick: Tick,
  { path, attempt }: { readonly path: string; readonly attempt: number },
): Found | null {
  const found = locate(tick, path);
  if (found?.state?.kind !== 'running') return null;
  const { scope, step, state } = found;
  const current = attempt >= state.attempt && attempt < state.attempt + step.retry.maximumAttempts;
  return current ? { scope, step, state } : null;
}
