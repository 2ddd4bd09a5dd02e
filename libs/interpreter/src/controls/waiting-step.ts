import type { JsonObject, PlanStep } from '#definition/plan';
import type { Control } from '../control.js';
import type { TimerFired } from '../event.js';
import { stepPath } from '../instance-path.js';
import { instantText } from '../instant.js';
import { locate } from '../locate.js';
import { stepAt } from '../plan-index.js';
import { recordControl } from '../recording.js';
import type { WaitingStep } from '../state.js';
import { succeedStep } from '../succeed-step.js';
import type { ScopeDraft, Tick } from '../tick.js';
import { draftOf, liveKeys, sightOf } from '../tick.js';
import { letFail } from './blocked-step.js';

type ControlOf<Kind extends Control['kind']> = Extract<Control, { kind: Kind }>;

/** Somebody has approved or rejected. */
export function approve(tick: Tick, { path, approved, comment, actor }: ControlOf<'approve'>): boolean {
  const found = locate(tick, path);
  if (found?.state?.kind !== 'waiting' || found.step.body.kind !== 'approval') return false;
  recordControl(tick, { action: 'approve', path, actor, detail: { approved, comment } });
  const facts = { approved, comment, actor: actor?.name ?? null };
  resume(tick, found.scope, found.step, found.state, facts, approved ? 'approved' : 'rejected');
  return true;
}

/** An event has come for all that wait for its name, or for the one at the path. */
export function receiveEvent(tick: Tick, { name, path, payload, actor }: ControlOf<'send-event'>): boolean {
  const waiting = waitingFor(tick, name).filter((one) => path === null || one.path === path);
  if (waiting.length === 0) return false;
  recordControl(tick, { action: 'event', path: path ?? '', actor, detail: { name, payload } });
  for (const { scope, step, state } of waiting) resume(tick, scope, step, state, { payload }, 'received');
  return true;
}

/** A delay is over, nobody came in time, or nobody decided what becomes of a blocked step. */
export function timerFired(tick: Tick, { path }: TimerFired): boolean {
  const found = locate(tick, path);
  if (found === null) return false;
  const { scope, step, state } = found;
  if (state?.kind === 'blocked') {
    letFail(tick, scope, step, state, true);
    return true;
  }
  if (state?.kind !== 'waiting' || state.due === null) return false;
  const { body } = step;
  if (body.kind === 'delay') {
    resume(tick, scope, step, state, { resumed_at: instantText(tick.at) }, 'out', true);
  } else if (body.kind === 'approval') {
    resume(tick, scope, step, state, { approved: false, comment: null, actor: null }, 'timeout', true);
  } else resume(tick, scope, step, state, {}, 'timeout', true);
  return true;
}

function resume(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  { got, cause, attempt }: WaitingStep,
  facts: JsonObject,
  port: string,
  fired = false,
): void {
  const whyNot = (other: string): string => `"${step.id}" went on along "${port}", not "${other}"`;
  const output = { facts, references: {} };
  const leaving = { ports: [port], whyNot, recorded: 'here' as const, fired };
  succeedStep(tick, scope, step, { got, cause, attempt, output, warnings: [], ...leaving });
}

interface Waiting {
  readonly path: string;
  readonly scope: ScopeDraft;
  readonly step: PlanStep;
  readonly state: WaitingStep;
}

function waitingFor(tick: Tick, event: string): readonly Waiting[] {
  return liveKeys(tick).flatMap((key) => {
    const { steps, scope, path } = sightOf(tick, key);
    return steps.flatMap((state, position): Waiting[] => {
      if (state?.kind !== 'waiting' || state.event !== event) return [];
      const step = stepAt(tick.plan, scope, position);
      return [{ path: stepPath(path, step.id), scope: draftOf(tick, key), step, state }];
    });
  });
}
