import type { LoggedEventFragment } from '../graphql/generated/graphql.js';
import { readableTimes } from './readable-times.js';

/** A line of the log as the page words it: rounds count from 1 as everywhere on the page, times as people write them. */
export function logMessage({ kind, message }: Pick<LoggedEventFragment, 'kind' | 'message'>): string {
  const counted = kind.startsWith('step.')
    ? message.replace(/^Round (\d+) of /, (_, index: string) => `Round ${Number(index) + 1} of `)
    : message;
  return readableTimes(counted);
}
