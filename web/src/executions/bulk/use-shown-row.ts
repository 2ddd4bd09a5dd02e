import { ROWS_STEP } from '#definition';
import type { WatchedExecutionQuery } from '../../graphql/generated/graphql.js';
import { roundPath } from '../instance-path.js';
import { endedRows } from './row-counts.js';
import { useBulkRows } from './use-bulk-rows.js';
import type { BulkRow } from './use-bulk-rows.js';

/** The row that is shown on the canvas. */
export interface ShownRow {
  /** Counted from 1. */
  readonly number: number;
  readonly total: number;
  readonly path: string;
  /** Null until it is read. */
  readonly row: BulkRow | null;
  /** How many rows of the whole table have ended; null until that is read. */
  readonly ended: number | null;
}

/** Which row of a table is shown, with how it stands; null for an execution over one input. */
export function useShownRow(
  { id, sequence, bulk }: WatchedExecutionQuery['execution'],
  shown: ReadonlyMap<string, number>,
): ShownRow | null {
  const index = shown.get(ROWS_STEP) ?? 0;
  const number = index + 1;
  const { page } = useBulkRows(id, sequence, { from: number, first: 1, skip: !bulk });
  if (!bulk) return null;
  const row = page?.nodes.find((one) => one.number === number) ?? null;
  const ended = page ? endedRows(page.counts) : null;
  return { number, total: bulk.rows, path: roundPath(ROWS_STEP, index), row, ended };
}
