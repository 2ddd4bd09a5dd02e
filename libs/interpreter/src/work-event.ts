import type { PlanStep } from '#definition/plan';
import { endEmpty } from './end-step.js';
import type { ExecutionEvent } from './event.js';
import { failStep } from './fail-step.js';
import { splitPath } from './instance-path.js';
import { at } from './plan-index.js';
import { recordStep } from './recording.js';
import type { RunningStep } from './state.js';
import { succeedStep } from './succeed-step.js';
import type { ScopeDraft, Tick } from './tick.js';
import { draftOf, stateOf } from './tick.js';

type WorkEvent<Kind extends string> = Extract<ExecutionEvent, { kind: Kind }>;

export function workSucceeded(tick: Tick, event: WorkEvent<'work-succeeded'>): boolean {
  const found = running(tick, event);
  if (found === null) return false;
  const { scope, step, state } = found;
  const { attempt, output } = event;
  const { got, cause } = state;
  if (state.cancelling) endEmpty(tick, scope, step, { status: 'completed', output, cause });
  else {
    const success = { got, cause, attempt, output, warnings: [], recorded: 'by-itself' } as const;
    succeedStep(tick, scope, step, success);
  }
  return true;
}

export function workFailed(tick: Tick, event: WorkEvent<'work-failed'>): boolean {
  const found = running(tick, event);
  if (found === null) return false;
  const { scope, step, state } = found;
  if (state.cancelling) endCancelled(tick, scope, step, event.attempt);
  else {
    const { code, message, retryable } = event.error;
    const { got, cause } = state;
    failStep(tick, scope, step, { got, cause, attempt: event.attempt, code, message, retryable });
  }
  return true;
}

/** A step that nobody told to stop and that reports it was cancelled has failed. */
export function workCancelled(tick: Tick, event: WorkEvent<'work-cancelled'>): boolean {
  const found = running(tick, event);
  if (found === null) return false;
  const { scope, step, state } = found;
  if (state.cancelling) endCancelled(tick, scope, step, event.attempt);
  else {
    const { got, cause } = state;
    const message = `"${step.id}" was cancelled from outside.`;
    failStep(tick, scope, step, { got, cause, attempt: event.attempt, code: 'CANCELLED', message });
  }
  return true;
}

function endCancelled(tick: Tick, scope: ScopeDraft, step: PlanStep, attempt: number): void {
  recordStep(tick, scope, step, { status: 'cancelled', attempt, reason: 'Cancelled while it ran.' });
  endEmpty(tick, scope, step, { status: 'cancelled' });
}

/** The running step an event speaks of; null when there is none (any more) with that attempt. */
function running(
  tick: Tick,
  { path, attempt }: { readonly path: string; readonly attempt: number },
): { readonly scope: ScopeDraft; readonly step: PlanStep; readonly state: RunningStep } | null {
  const { scopePath, stepId } = splitPath(path);
  if (!Object.hasOwn(tick.before.scopes, scopePath)) return null;
  const scope = draftOf(tick, scopePath);
  const step = at(tick.index.byId, scope.scope).get(stepId);
  if (step === undefined) return null;
  const state = stateOf(tick, scope, step.index);
  if (state?.kind !== 'running') return null;
  const current = attempt >= state.attempt && attempt < state.attempt + step.retry.maximumAttempts;
  return current ? { scope, step, state } : null;
}
