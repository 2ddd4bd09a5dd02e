import { useQuery } from '@apollo/client/react';
import { Alert, Blockquote, Button, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { FailureNotice } from '../ui/failure-notice.js';
import { formatBytes, plural } from '../ui/format.js';
import { notifyFailure } from '../ui/notify.js';
import { BlocksView } from './blocks-view.js';
import { DocumentBlocks } from './documents.operations.js';
import { openOriginal } from './original.js';
import { AROUND, placeOf } from './passage.js';
import type { TextRange } from './passage.js';
import classes from './document-drawer.module.css';

/** A document to look at, and the passage in it when there is one. */
export interface OpenedDocument {
  readonly documentId: string;
  readonly name: string;
  readonly passage:
    | (TextRange & {
        readonly page: number | null;
        readonly headingPath: readonly string[];
        readonly quote: string;
      })
    | null;
}

interface Properties {
  readonly opened: OpenedDocument | null;
  readonly onClose: () => void;
}

/** Shows a document beside the page: all of it, or the neighbourhood of one passage. */
export function DocumentDrawer({ opened, onClose }: Properties) {
  return (
    <Drawer
      opened={opened !== null}
      onClose={onClose}
      position="right"
      size={620}
      title={opened && <DrawerTitle opened={opened} />}
      classNames={{ content: classes.content, body: classes.body, title: classes.title }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened && (
        <DocumentContent key={`${opened.documentId}:${opened.passage?.start ?? ''}`} opened={opened} />
      )}
    </Drawer>
  );
}

function DrawerTitle({ opened }: { readonly opened: OpenedDocument }) {
  const place = opened.passage ? placeOf(opened.passage) : '';
  return (
    <>
      <Text fw={650} lh={1.35} style={{ overflowWrap: 'anywhere' }}>
        {opened.name}
      </Text>
      {place && (
        <Text size="sm" c="dimmed" data-testid="passage-place">
          {place}
        </Text>
      )}
    </>
  );
}

function DocumentContent({ opened }: { readonly opened: OpenedDocument }) {
  const [whole, setWhole] = useState(opened.passage === null);
  const { passage } = opened;
  const range = useMemo(() => (passage ? { start: passage.start, end: passage.end } : null), [passage]);
  const window = whole || !range ? {} : { start: Math.max(0, range.start - AROUND), end: range.end + AROUND };
  const { data, loading, error, refetch } = useQuery(DocumentBlocks, {
    variables: { id: opened.documentId, ...window },
    fetchPolicy: 'network-only',
  });
  const document = data?.document;
  return (
    <Stack gap="md">
      {!passage && document && (
        <Text size="sm" c="dimmed">
          {[
            document.mediaType,
            formatBytes(document.byteCount),
            typeof document.pageCount === 'number' ? plural(document.pageCount, 'page') : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      )}
      <Group gap="xs" className={classes.actions}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} />}
          onClick={() =>
            void openOriginal(opened.documentId, opened.name).catch((reason: unknown) =>
              notifyFailure('The file was not opened', reason),
            )
          }
        >
          Original file
        </Button>
        {passage && !whole && (
          <Button size="xs" variant="subtle" onClick={() => setWhole(true)}>
            Show the whole document
          </Button>
        )}
      </Group>
      {error && <PassageAlone error={error} quote={passage?.quote ?? ''} onRetry={() => void refetch()} />}
      {loading && !document && <Skeleton height={280} radius="md" />}
      {document?.error && (
        <Alert
          color="red"
          variant="light"
          icon={<IconAlertTriangle size={18} />}
          title="This document could not be read"
        >
          {document.error.message}
        </Alert>
      )}
      {document && document.blocks.length > 0 && <BlocksView blocks={document.blocks} range={range} />}
      {document && document.blocks.length === 0 && !document.error && (
        <Text size="sm" c="dimmed">
          {document.status === 'UPLOADED'
            ? 'This document has not been read yet. It is read when a workflow first uses it.'
            : 'Nothing readable was found in it.'}
        </Text>
      )}
      {whole && document && document.blocks.length >= 500 && (
        <Text size="xs" c="dimmed">
          The first 500 blocks are shown.
        </Text>
      )}
    </Stack>
  );
}

/** When the document cannot be loaded, the quote that came with the answer still can be shown. */
function PassageAlone(properties: {
  readonly error: unknown;
  readonly quote: string;
  readonly onRetry: () => void;
}) {
  return (
    <>
      <FailureNotice error={properties.error} onRetry={properties.onRetry} />
      {properties.quote && <Blockquote p="md">{properties.quote}</Blockquote>}
    </>
  );
}
