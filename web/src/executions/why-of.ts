import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { readableTimes } from './readable-times.js';

/** One sentence: why it was skipped or stopped, what it waits for, how it failed. */
export function whyOf(row: Pick<StepRowFragment, 'status' | 'reason' | 'waitsFor' | 'error'>): string {
  switch (row.status) {
    case 'SKIPPED':
    case 'CANCELLED':
      return readableTimes(row.reason ?? '');
    case 'WAITING':
      return readableTimes(row.waitsFor ?? row.reason ?? '');
    case 'BLOCKED':
      return [row.error?.message, readableTimes(row.waitsFor ?? row.reason ?? '')].filter(Boolean).join(' ');
    default:
      return '';
  }
}
