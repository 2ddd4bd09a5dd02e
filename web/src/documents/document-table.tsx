import { useMutation } from '@apollo/client/react';
import { ActionIcon, Anchor, ScrollArea, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconFileOff, IconTrash } from '@tabler/icons-react';
import type { DocumentRowFragment } from '../graphql/generated/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { formatBytes, plural } from '../ui/format.js';
import { notifyDone, notifyFailure } from '../ui/notify.js';
import { RelativeTime } from '../ui/relative-time.js';
import { TableFoot } from '../ui/table-foot.js';
import { DocumentStatusBadge } from './document-status-badge.js';
import { DeleteDocument } from './documents.operations.js';

interface Properties {
  readonly documents: readonly DocumentRowFragment[];
  readonly total: number;
  readonly onOpen: (document: DocumentRowFragment) => void;
  readonly onDeleted: () => void;
  readonly onMore: (() => void) | null;
}

export function DocumentTable({ documents, total, onOpen, onDeleted, onMore }: Properties) {
  const [remove] = useMutation(DeleteDocument);

  async function deleteDocument(document: DocumentRowFragment) {
    try {
      await remove({ variables: { id: document.id } });
      notifyDone(`“${document.name}” is deleted.`);
      onDeleted();
    } catch (error) {
      notifyFailure('The document was not deleted', error);
    }
  }

  function askToDelete(document: DocumentRowFragment) {
    modals.openConfirmModal({
      title: `Delete “${document.name}”?`,
      children: (
        <Text size="sm">
          Its passages leave the index, and citations can no longer open it. This cannot be undone.
        </Text>
      ),
      labels: { confirm: 'Delete', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => void deleteDocument(document),
    });
  }

  if (documents.length === 0) {
    return (
      <EmptyState icon={IconFileOff} title="No documents here yet">
        Drop files above. They are read when a workflow first uses them.
      </EmptyState>
    );
  }
  return (
    <ScrollArea>
      <Table verticalSpacing={9} horizontalSpacing="md" highlightOnHover miw={680}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th w={130}>Status</Table.Th>
            <Table.Th w={90} ta="right">
              Size
            </Table.Th>
            <Table.Th w={80} ta="right">
              Pages
            </Table.Th>
            <Table.Th w={120}>Added</Table.Th>
            <Table.Th w={48} aria-label="Actions" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {documents.map((document) => (
            <Table.Tr key={document.id}>
              <Table.Td maw={360}>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  fw={550}
                  ta="left"
                  style={{ overflowWrap: 'anywhere' }}
                  onClick={() => onOpen(document)}
                >
                  {document.name}
                </Anchor>
                {document.error && (
                  <Text size="xs" c="red">
                    {document.error.message}
                  </Text>
                )}
                {!document.error && document.title && document.title !== document.name && (
                  <Text size="xs" c="dimmed" lineClamp={2} title={document.title}>
                    {document.title}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <DocumentStatusBadge status={document.status} />
              </Table.Td>
              <Table.Td ta="right" className="tabular" style={{ whiteSpace: 'nowrap' }}>
                {formatBytes(document.byteCount)}
              </Table.Td>
              <Table.Td ta="right" className="tabular">
                {document.pageCount ?? '–'}
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <RelativeTime at={document.createdAt} size="sm" c="dimmed" />
              </Table.Td>
              <Table.Td>
                <ActionIcon aria-label={`Delete ${document.name}`} onClick={() => askToDelete(document)}>
                  <IconTrash size={16} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <TableFoot count={plural(total, 'document')} onMore={onMore} />
    </ScrollArea>
  );
}
