import type { Json, StepOutput } from '#definition/plan';
import { takeOver } from '../reuse/take-over.js';
import { settingsOf } from './settings.js';
import type { BodyOf, Starting } from './starting.js';
import { dueAfter, wait } from './waiting.js';

/** Waits for somebody to approve or to reject. */
export function runApproval(starting: Starting, body: BodyOf<'approval'>): void {
  const settings = settingsOf(starting, body.configuration);
  if (settings === null) return;
  if (takeOver(starting, settings, decided)) return;
  const due = dueAfter(starting, 'timeout', settings['timeout']);
  if (due === undefined) return;
  const assignees = namesOf(settings['assignees']);
  const whom = assignees.length === 0 ? 'an approval' : `an approval by ${assignees.join(' or ')}`;
  wait(starting, `for ${whom}`, { due, assignees }, settings);
}

/** A decision that somebody took stands; running out of time is none. */
function decided({ facts }: StepOutput): { readonly ports: readonly string[] } | null {
  if (typeof facts['actor'] !== 'string') return null;
  return { ports: [facts['approved'] === true ? 'approved' : 'rejected'] };
}

function namesOf(value: Json | undefined): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return list.filter((name): name is string => typeof name === 'string' && name !== '');
}
