import { useQuery } from '@apollo/client/react';
import type { ExecutionRowsQuery, RowStatus } from '../../graphql/generated/graphql.js';
import { useRefetch } from '../use-refetch.js';
import { ExecutionRows } from './bulk.operations.js';

export type BulkRow = ExecutionRowsQuery['executionRows']['nodes'][number];
export type RowCounts = ExecutionRowsQuery['executionRows']['counts'];

export interface RowsAsked {
  readonly statuses?: readonly RowStatus[];
  /** Rows from this number on, counted from 1. */
  readonly from?: number | null;
  readonly first: number;
  readonly after?: string | null;
  /** Nothing is asked, for an execution over one input. */
  readonly skip?: boolean;
}

/** Rows of a table with how they stand, kept current. */
export function useBulkRows(executionId: string, sequence: number, asked: RowsAsked) {
  const { statuses = [], from = null, first, after = null, skip = false } = asked;
  const { data, previousData, loading, error, refetch } = useQuery(ExecutionRows, {
    variables: { id: executionId, statuses: [...statuses], from, first, after },
    fetchPolicy: 'cache-and-network',
    skip,
  });
  useRefetch(sequence, refetch, !skip);
  return { page: (data ?? previousData)?.executionRows ?? null, loading, error, refetch };
}
