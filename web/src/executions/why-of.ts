import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { readableTimes } from './readable-times.js';
import { withDue } from './until.js';

/** One sentence: why it was skipped or stopped, what it waits for, how it failed. */
export function whyOf(
  row: Pick<StepRowFragment, 'status' | 'reason' | 'waitsFor' | 'dueAt' | 'error'>,
): string {
  switch (row.status) {
    case 'SKIPPED':
    case 'CANCELLED':
      return readableTimes(row.reason ?? '');
    case 'WAITING':
      return waitOf(row);
    case 'BLOCKED':
      return [row.error?.message, waitOf(row)].filter(Boolean).join(' ');
    default:
      return '';
  }
}

function waitOf(row: Pick<StepRowFragment, 'status' | 'reason' | 'waitsFor' | 'dueAt'>): string {
  return withDue(readableTimes(row.waitsFor ?? row.reason ?? ''), row);
}
