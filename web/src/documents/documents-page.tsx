import { useQuery } from '@apollo/client/react';
import { Grid, Paper, Skeleton, Stack } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { FailureNotice } from '../ui/failure-notice.js';
import { Page } from '../ui/page.js';
import { CollectionList } from './collection-list.js';
import { DocumentDrawer } from './document-drawer.js';
import type { OpenedDocument } from './document-drawer.js';
import { Collections, Documents } from './documents.operations.js';
import { DocumentTable } from './document-table.js';
import { DropArea } from './drop-area.js';
import { UploadList } from './upload-list.js';
import { useUploadQueue } from './upload-queue.js';

const PAGE_SIZE = 50;

export function DocumentsPage() {
  const [parameters, setParameters] = useSearchParams();
  const collectionId = parameters.get('collection');
  const [opened, setOpened] = useState<OpenedDocument | null>(null);
  const collections = useQuery(Collections);
  const documents = useQuery(Documents, {
    variables: { collectionId, first: PAGE_SIZE },
    // A workflow that runs reads documents meanwhile.
    pollInterval: 10_000,
  });
  const refresh = useCallback(() => {
    void documents.refetch();
    void collections.refetch();
  }, [documents, collections]);
  const queue = useUploadQueue(collectionId, refresh);
  const page = documents.data?.documents;

  return (
    <Page title="Documents" summary="The files your workflows read, in collections.">
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 3 }}>
          <CollectionList
            collections={collections.data?.collections.nodes ?? null}
            selected={collectionId}
            onSelect={(id) => setParameters(id === null ? {} : { collection: id })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 9 }}>
          <Stack gap="md">
            <DropArea onFiles={queue.add} compact />
            <UploadList uploads={queue.uploads} onDismiss={queue.dismiss} />
            {documents.error && (
              <FailureNotice error={documents.error} onRetry={() => void documents.refetch()} />
            )}
            {!page && documents.loading && <Skeleton height={260} radius="lg" />}
            {page && (
              <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
                <DocumentTable
                  documents={page.nodes}
                  total={page.totalCount}
                  onOpen={(document) =>
                    setOpened({ documentId: document.id, name: document.name, passage: null })
                  }
                  onDeleted={refresh}
                  onMore={
                    page.pageInfo.hasNextPage
                      ? () => {
                          // Polling would load the first page again in the place of all that were loaded.
                          documents.stopPolling();
                          void documents.fetchMore({
                            variables: { after: page.pageInfo.endCursor },
                            updateQuery: (before, { fetchMoreResult }) => ({
                              documents: {
                                ...fetchMoreResult.documents,
                                nodes: [...before.documents.nodes, ...fetchMoreResult.documents.nodes],
                              },
                            }),
                          });
                        }
                      : null
                  }
                />
              </Paper>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
      <DocumentDrawer opened={opened} onClose={() => setOpened(null)} />
    </Page>
  );
}
