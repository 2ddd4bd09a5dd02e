import { durationMs } from '#definition/plan';
import type { Json, JsonObject } from '#definition/plan';
import { referencesByKind } from '../inheritance.js';
import { instantText } from '../instant.js';
import { recordStep } from '../recording.js';
import type { WaitingStep } from '../state.js';
import { pathOf, setState } from '../tick.js';
import type { Starting } from './starting.js';
import { giveUp } from './starting.js';

/** Has a step wait: `what` says for whom or for what, in the middle of a sentence. */
export function wait(
  starting: Starting,
  what: string,
  awaited: Partial<Pick<WaitingStep, 'due' | 'event' | 'assignees'>>,
  configuration: JsonObject,
): void {
  const { scene, inherited, attempt, warnings } = starting;
  const { tick, scope, step } = scene;
  const { due = null, event = null, assignees = [] } = awaited;
  setState(tick, scope, step.index, { kind: 'waiting', ...inherited, attempt, due, event, assignees });
  tick.waiting += 1;
  if (due !== null) {
    tick.commands.push({ kind: 'start-timer', path: pathOf(scope, step), step: step.index, due });
  }
  const until = due === null ? '' : ` until ${instantText(due)}`;
  const reason = `It waits ${what}${until}.`;
  const incoming = referencesByKind(tick, scope, inherited.got);
  const detail = { configuration, incoming, ...(due !== null && { due }) };
  recordStep(tick, scope, step, { status: 'waiting', attempt, reason, warnings }, detail);
}

/** When a duration is over that began now; null without one, undefined when the step has failed for it. */
export function dueAfter(
  starting: Starting,
  setting: string,
  value: Json | undefined,
): number | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  const duration = typeof value === 'string' ? durationMs(value) : null;
  if (duration !== null) return starting.scene.tick.at + duration;
  const message = `The setting "${setting}" gives ${JSON.stringify(value)?.slice(0, 60)}, which is no duration such as "30s" or "2h".`;
  giveUp(starting, 'DURATION_INVALID', message);
  return undefined;
}
