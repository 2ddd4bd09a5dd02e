import { useQuery } from '@apollo/client/react';
import { Box, Button, Paper, Skeleton } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { SecretRowFragment } from '../graphql/generated/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { Page } from '../ui/page.js';
import { SecretDialog } from './secret-dialog.js';
import { Secrets } from './secrets.operations.js';
import { SecretTable } from './secret-table.js';

const PAGE_SIZE = 50;

export function SecretsPage() {
  const [storing, setStoring] = useState<SecretRowFragment | 'new' | null>(null);
  const { data, loading, error, refetch, fetchMore } = useQuery(Secrets, { variables: { first: PAGE_SIZE } });
  const page = data?.secrets;
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setStoring('new')}>
      Add a secret
    </Button>
  );

  function showMore() {
    void fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        secrets: {
          ...fetchMoreResult.secrets,
          nodes: [...before.secrets.nodes, ...fetchMoreResult.secrets.nodes],
        },
      }),
    });
  }

  return (
    <Page
      title="Secrets"
      summary="Keys and tokens that your steps show to other systems. A value that is stored is not shown again."
      actions={add}
    >
      {error && (
        <Box mb="md">
          <FailureNotice error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {!page && loading && <Skeleton height={200} radius="lg" role="status" aria-label="Loading" />}
      {page?.nodes.length === 0 && (
        <EmptyState icon={IconKey} title="No secrets yet" action={add}>
          A step that calls a web address names a secret, and sends it to the hosts that you allow here. It
          stands in no workflow, log or result.
        </EmptyState>
      )}
      {page && page.nodes.length > 0 && (
        <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
          <SecretTable
            secrets={page.nodes}
            total={page.totalCount}
            onReplace={setStoring}
            onDeleted={() => void refetch()}
            onMore={page.pageInfo.hasNextPage ? showMore : null}
          />
        </Paper>
      )}
      {storing !== null && (
        <SecretDialog current={storing === 'new' ? null : storing} onClose={() => setStoring(null)} />
      )}
    </Page>
  );
}
