import type { StepOutput } from '#definition/plan';
import { takeOver } from '../reuse/take-over.js';
import { settingsOf } from './settings.js';
import type { BodyOf, Starting } from './starting.js';
import { giveUp } from './starting.js';
import { dueAfter, wait } from './waiting.js';

/** Waits for an event that is sent to the execution by its name. */
export function runWaitForEvent(starting: Starting, body: BodyOf<'wait_for_event'>): void {
  const settings = settingsOf(starting, body.configuration);
  if (settings === null) return;
  const { event } = settings;
  if (typeof event !== 'string' || event === '') {
    giveUp(starting, 'BAD_INPUT', 'The setting "event" gives no name to wait for.');
    return;
  }
  if (takeOver(starting, settings, received)) return;
  const due = dueAfter(starting, 'timeout', settings['timeout']);
  if (due !== undefined) wait(starting, `for the event "${event}"`, { due, event }, settings);
}

/** An event that came stands; running out of time gives no payload. */
function received({ facts }: StepOutput): { readonly ports: readonly string[] } | null {
  return Object.hasOwn(facts, 'payload') ? { ports: ['received'] } : null;
}
