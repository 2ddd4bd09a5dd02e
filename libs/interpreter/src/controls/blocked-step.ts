import type { Control } from '../control.js';
import { endEmpty, endStep } from '../end-step.js';
import { continues, failStep } from '../fail-step.js';
import { leave } from '../leave.js';
import { locate } from '../locate.js';
import { depart } from '../outgoing.js';
import { makeReady } from '../ready.js';
import { recordControl, recordStep } from '../recording.js';
import type { BlockedStep } from '../state.js';
import type { ScopeDraft, Tick } from '../tick.js';
import { noteUndo } from '../undo-entry.js';
import type { PlanStep } from '#definition/plan';

type ControlOf<Kind extends Control['kind']> = Extract<Control, { kind: Kind }>;

/** The step is tried again, perhaps with other settings, as its next attempt. */
export function retryStep(tick: Tick, { path, configuration, actor }: ControlOf<'retry-step'>): boolean {
  const found = blocked(tick, path);
  if (found === null) return false;
  const { scope, step, state } = found;
  recordControl(tick, {
    action: 'retry',
    path,
    actor,
    detail: configuration === null ? {} : { configuration },
  });
  const { attempt, error } = state;
  const by = actor === null ? '' : ` by ${actor.name}`;
  recordStep(tick, scope, step, { status: 'failed', attempt, error, reason: `It is tried again${by}.` });
  leave(tick, scope, step, state);
  makeReady(tick, scope, step.index, { attempt: attempt + 1, configuration });
  return true;
}

/** The execution goes on past the step: with an output as if it had succeeded, without one as if skipped. */
export function skipStep(tick: Tick, { path, output, actor }: ControlOf<'skip-step'>): boolean {
  const found = blocked(tick, path);
  if (found === null) return false;
  const { scope, step, state } = found;
  recordControl(tick, { action: 'skip', path, actor, detail: output === null ? {} : { output } });
  const { attempt, got, cause } = state;
  const reason = `Skipped${actor === null ? '' : ` by ${actor.name}`} after it had failed.`;
  if (output === null) {
    recordStep(tick, scope, step, { status: 'skipped', attempt, reason });
    endEmpty(tick, scope, step, { status: 'skipped' });
    return true;
  }
  const given = { facts: output, references: {} };
  endStep(tick, scope, step, { status: 'skipped', output: given, error: null, hands: got, cause });
  noteUndo(tick, scope, step);
  depart(tick, scope, step, {
    chooses: (port) => continues(step, port),
    whyNot: () => null,
    record: (warnings) =>
      recordStep(tick, scope, step, { status: 'skipped', attempt, output: given, reason, warnings }),
  });
  return true;
}

export function giveUpStep(tick: Tick, { path, actor }: ControlOf<'give-up-step'>): boolean {
  const found = blocked(tick, path);
  if (found === null) return false;
  recordControl(tick, { action: 'give-up', path, actor });
  letFail(tick, found.scope, found.step, found.state, false);
  return true;
}

/** A blocked step fails with the error it was blocked for. */
export function letFail(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  { error, attempt, got, cause }: BlockedStep,
  fired: boolean,
): void {
  const { code, message, retryable } = error;
  failStep(tick, scope, step, { got, cause, attempt, code, message, retryable, inner: error, fired });
}

function blocked(
  tick: Tick,
  path: string,
): { readonly scope: ScopeDraft; readonly step: PlanStep; readonly state: BlockedStep } | null {
  const found = locate(tick, path);
  return found?.state?.kind === 'blocked' ? { ...found, state: found.state } : null;
}
