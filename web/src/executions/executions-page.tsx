import { useQuery } from '@apollo/client/react';
import { Box, Button, Group, Paper, Select, Skeleton } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import type { ExecutionStatus } from '../graphql/generated/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { Page } from '../ui/page.js';
import { isClosed, statusLook } from '../ui/status.js';
import { Workflows } from '../workflows/workflows.operations.js';
import { ExecutionTable } from './execution-table.js';
import { Executions } from './executions.operations.js';

const PAGE_SIZE = 50;
const statuses: readonly ExecutionStatus[] = [
  'RUNNING',
  'PENDING',
  'PAUSED',
  'WAITING',
  'BLOCKED',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
];

export function ExecutionsPage() {
  const [parameters, setParameters] = useSearchParams();
  const status = statuses.find((known) => known === parameters.get('status')) ?? null;
  const workflowId = parameters.get('workflow');
  const { data, previousData, loading, error, refetch, fetchMore, startPolling, stopPolling } = useQuery(
    Executions,
    {
      variables: { first: PAGE_SIZE, filter: { status, workflowId } },
      fetchPolicy: 'cache-and-network',
      pollInterval: 5_000,
      skipPollAttempt: () => document.hidden,
    },
  );
  const workflows = useQuery(Workflows, { variables: { first: 100, filter: {} } });
  const page = (data ?? previousData)?.executions;
  const live = page?.nodes.some((execution) => !isClosed(execution.status)) ?? false;

  function choose(key: string, value: string | null) {
    setParameters((before) => {
      const next = new URLSearchParams(before);
      if (value === null) next.delete(key);
      else next.set(key, value);
      return next;
    });
  }

  return (
    <Page title="Executions" summary="Every run of a workflow, the newest first.">
      <Group mb="md" gap="sm">
        <Select
          aria-label="Status"
          placeholder="Any status"
          clearable
          w={170}
          data={statuses.map((value) => ({ value, label: statusLook(value).label }))}
          value={status}
          onChange={(value) => choose('status', value)}
        />
        <Select
          aria-label="Workflow"
          placeholder="Any workflow"
          clearable
          searchable
          w={280}
          data={(workflows.data?.workflows.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={workflowId}
          onChange={(value) => choose('workflow', value)}
        />
      </Group>
      {error && (
        <Box mb="md">
          <FailureNotice error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {!page && loading && <Skeleton height={300} radius="lg" role="status" aria-label="Loading" />}
      {page?.nodes.length === 0 && (
        <EmptyState
          icon={IconPlayerPlay}
          title={status || workflowId ? 'No execution fits' : 'Nothing has run yet'}
          action={
            <Button component={Link} to="/workflows">
              Go to the workflows
            </Button>
          }
        >
          Run a published workflow, and watch it here step by step.
        </EmptyState>
      )}
      {page && page.nodes.length > 0 && (
        <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
          <ExecutionTable executions={page.nodes} total={page.totalCount} live={live} />
        </Paper>
      )}
      {page?.pageInfo.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            loading={loading}
            onClick={() => {
              // Polling would load the first page again in the place of all that were loaded.
              stopPolling();
              void fetchMore({
                variables: { after: page.pageInfo.endCursor },
                updateQuery: (before, { fetchMoreResult }) => ({
                  executions: {
                    ...fetchMoreResult.executions,
                    nodes: [...before.executions.nodes, ...fetchMoreResult.executions.nodes],
                  },
                }),
              }).catch(() => startPolling(5_000));
            }}
          >
            Show more
          </Button>
        </Group>
      )}
    </Page>
  );
}
