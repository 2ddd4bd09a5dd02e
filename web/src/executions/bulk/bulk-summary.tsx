import { Skeleton, Stack, Text, Title } from '@mantine/core';
import type { RowErrors, WatchedExecutionQuery } from '../../graphql/generated/graphql.js';
import { FailureNotice } from '../../ui/failure-notice.js';
import { plural } from '../../ui/format.js';
import { StateNotice } from '../state-notice.js';
import { RowsProgress } from './rows-progress.js';
import { useBulkRows } from './use-bulk-rows.js';

const policies: Readonly<Record<RowErrors, string>> = {
  COLLECT: 'All rows run; with any that fail, the run has failed.',
  IGNORE: 'All rows run, and the run completes also with rows that failed.',
  FAIL_FAST: 'The first row that fails ends the run.',
};

interface Properties {
  readonly execution: WatchedExecutionQuery['execution'];
  readonly bulk: NonNullable<WatchedExecutionQuery['execution']['bulk']>;
}

/** What came of a run over a table as a whole, and what can be done with it. */
export function BulkSummary({ execution, bulk }: Properties) {
  const { id, status, sequence } = execution;
  const { page, error, refetch } = useBulkRows(id, sequence, { first: 0 });
  return (
    <Stack gap="md" p="md">
      <div>
        <Title order={2} fz={15}>
          Result
        </Title>
        <Text size="sm" c="dimmed" mt={2}>
          The workflow runs once for each of {plural(bulk.rows, 'row')}, {bulk.concurrency} at a time.{' '}
          {policies[bulk.itemErrors]}
        </Text>
      </div>
      {page ? (
        <RowsProgress counts={page.counts} total={bulk.rows} />
      ) : error ? (
        <FailureNotice error={error} onRetry={() => void refetch().catch(() => undefined)} />
      ) : (
        <Skeleton height={60} role="status" aria-label="Loading" />
      )}
      <StateNotice status={status} />
      {status === 'FAILED' && execution.error && execution.error.code !== 'ITEMS_FAILED' && (
        <Text size="sm" c="red" style={{ overflowWrap: 'anywhere' }}>
          {execution.error.message}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        Choose a row in the table below the graph to see it on the graph, with its input and result.
      </Text>
    </Stack>
  );
}
