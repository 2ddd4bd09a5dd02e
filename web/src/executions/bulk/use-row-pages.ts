import { useState } from 'react';
import type { RowStatus } from '../../graphql/generated/graphql.js';
import { useBulkRows } from './use-bulk-rows.js';

export const ROWS_A_PAGE = 50;

export type RowFilter = RowStatus | 'ALL';

/** Pages of the rows that stand in one way, forward and back. */
export function useRowPages(executionId: string, sequence: number) {
  const [filter, setFilter] = useState<RowFilter>('ALL');
  /** What stood at the end of each page before the one that is shown. */
  const [ends, setEnds] = useState<readonly (string | null)[]>([]);
  const { page, loading, error, refetch } = useBulkRows(executionId, sequence, {
    statuses: filter === 'ALL' ? [] : [filter],
    first: ROWS_A_PAGE,
    after: ends.at(-1) ?? null,
  });
  return {
    ...{ page, loading, error, refetch, filter },
    /** How many rows come before the page. */
    before: ends.length * ROWS_A_PAGE,
    choose: (next: RowFilter) => {
      setFilter(next);
      setEnds([]);
    },
    forward: () => page && setEnds([...ends, page.pageInfo.endCursor ?? null]),
    back: () => setEnds(ends.slice(0, -1)),
  };
}
