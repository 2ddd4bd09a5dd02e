import { evaluateExpression } from '#definition/plan';
import type { Json } from '#definition/plan';
import { instantOf, instantText } from '../instant.js';
import { takeOver } from '../reuse/take-over.js';
import { readIn } from '../scene.js';
import { settingsOf } from './settings.js';
import type { BodyOf, Starting } from './starting.js';
import { give, giveUp } from './starting.js';
import { dueAfter, wait } from './waiting.js';

/** Waits for a duration or until a time; one that is past already does not wait. */
export function runDelay(starting: Starting, body: BodyOf<'delay'>): void {
  const settings = settingsOf(starting, body.configuration);
  if (settings === null || takeOver(starting, settings)) return;
  const due =
    body.until === null
      ? dueAfter(starting, 'duration', settings['duration'])
      : timeOf(starting, body, body.until);
  if (due === undefined) return;
  const { at } = starting.scene.tick;
  if (due === null || due <= at) give(starting, { resumed_at: instantText(at) });
  else wait(starting, '', { due }, settings);
}

/** The time that `until` gives: ISO 8601 text, or epoch milliseconds; undefined when the step has failed for it. */
function timeOf(
  starting: Starting,
  body: BodyOf<'delay'>,
  until: NonNullable<BodyOf<'delay'>['until']>,
): number | undefined {
  const evaluation = evaluateExpression(until, readIn(starting.scene));
  if (evaluation.kind === 'error') {
    giveUp(starting, evaluation.code, evaluation.message);
    return undefined;
  }
  const time = evaluation.kind === 'value' ? instant(evaluation.value) : null;
  if (time !== null) return time;
  const given = evaluation.kind === 'value' ? JSON.stringify(evaluation.value)?.slice(0, 60) : 'nothing';
  const message = `"${body.until?.source}" gives ${given}, which is no time such as "2027-01-31T09:00:00Z".`;
  giveUp(starting, 'DURATION_INVALID', message);
  return undefined;
}

/** The years that can be written: 0000 to 9999. */
const EARLIEST = -62_167_219_200_000;
const LATEST = 253_402_300_799_999;

function instant(value: Json): number | null {
  const time = typeof value === 'string' ? instantOf(value) : value;
  return typeof time === 'number' && time >= EARLIEST && time <= LATEST ? Math.round(time) : null;
}
