import type { RowStatus } from '../../graphql/generated/graphql.js';
import type { RowCounts } from './use-bulk-rows.js';

/** In the order in which they are shown: what has ended, what needs somebody, what runs, what is still to come. */
const fields = [
  ['COMPLETED', 'completed'],
  ['FAILED', 'failed'],
  ['CANCELLED', 'cancelled'],
  ['BLOCKED', 'blocked'],
  ['WAITING', 'waiting'],
  ['RUNNING', 'running'],
  ['PENDING', 'pending'],
  ['NOT_RUN', 'notRun'],
] as const satisfies readonly (readonly [RowStatus, keyof RowCounts])[];

export interface RowCount {
  readonly status: RowStatus;
  readonly count: number;
}

/** The statuses that rows have, with how many have each. */
export function countedStatuses(counts: RowCounts): readonly RowCount[] {
  return fields.flatMap(([status, field]) => (counts[field] > 0 ? [{ status, count: counts[field] }] : []));
}

export function endedRows({ completed, failed, cancelled }: RowCounts): number {
  return completed + failed + cancelled;
}

/** Rows that “Run the failed rows again” would run: all that did not complete. */
export function rowsToRepeat({ failed, cancelled, notRun }: RowCounts): number {
  return failed + cancelled + notRun;
}

const open: ReadonlySet<RowStatus> = new Set(['RUNNING', 'WAITING', 'BLOCKED']);

/** Whether a row has begun and not ended. */
export function isOpenRow(status: RowStatus): boolean {
  return open.has(status);
}
