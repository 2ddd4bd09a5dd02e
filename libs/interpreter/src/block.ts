import type { PlanStep } from '#definition/plan';
import { instantText } from './instant.js';
import { leave } from './leave.js';
import { recordStep } from './recording.js';
import type { Inherited } from './state.js';
import type { StepError } from './status.js';
import type { ScopeDraft, Tick } from './tick.js';
import { pathOf, setState, stateOf } from './tick.js';

/** `onError: block`: the step stays open until a person decides, or its deadline has passed. */
export function block(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  failure: Inherited & { readonly attempt: number; readonly warnings?: readonly string[] },
  error: StepError,
): void {
  const { attempt, got, cause, warnings = [] } = failure;
  const due = tick.at + step.blockDeadlineMs;
  leave(tick, scope, step, stateOf(tick, scope, step.index));
  setState(tick, scope, step.index, { kind: 'blocked', attempt, error, due, got, cause });
  tick.blocked += 1;
  tick.commands.push({ kind: 'start-timer', path: pathOf(scope, step), step: step.index, due });
  const reason = `It waits until ${instantText(due)} for somebody to retry it, skip it or give up.`;
  recordStep(tick, scope, step, { status: 'blocked', attempt, error, reason, warnings }, { due });
}
