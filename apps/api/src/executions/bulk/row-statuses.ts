import type { RowStanding } from '#persistence';
import { enumOf } from '../execution.enums.js';
import { RowStatus } from './bulk.enums.js';

/** What is known of the rows of a table. */
export interface KnownRows {
  readonly count: number;
  readonly ended: readonly RowStanding[];
  /** Steps that have not ended, with the rows they stand in. */
  readonly live: readonly RowStanding[];
  /** Whether the execution has ended. */
  readonly closed: boolean;
}

/** The worst of a row's steps tells how it stands. */
const WEIGHTS: Readonly<Record<string, number>> = { blocked: 3, waiting: 2 };

/** How each row stands, by its number. */
export function rowStatuses({ count, ended, live, closed }: KnownRows): readonly RowStatus[] {
  const statuses = Array<RowStatus>(count).fill(closed ? RowStatus.NOT_RUN : RowStatus.PENDING);
  if (!closed) {
    // Rows begin in order: one before the last that has begun is between two steps when none of its steps is live.
    const begun = [...ended, ...live].reduce((last, { row }) => Math.max(last, row + 1), 0);
    statuses.fill(RowStatus.RUNNING, 0, begun);
    const worst = [...live].sort((left, right) => weightOf(left) - weightOf(right));
    for (const { row, status } of worst)
      if (weightOf({ status }) > 0) statuses[row] = enumOf(RowStatus, status);
  }
  for (const { row, status } of ended) statuses[row] = enumOf(RowStatus, status);
  return statuses;
}

/** How many rows stand in each way. */
export function countsOf(statuses: readonly RowStatus[]): ReadonlyMap<RowStatus, number> {
  const counts = new Map<RowStatus, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

function weightOf({ status }: Pick<RowStanding, 'status'>): number {
  return WEIGHTS[status] ?? 0;
}
