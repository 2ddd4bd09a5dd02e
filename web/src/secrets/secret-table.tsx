import { useMutation } from '@apollo/client/react';
import { ActionIcon, Code, Group, ScrollArea, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconReplace, IconTrash } from '@tabler/icons-react';
import type { SecretRowFragment } from '../graphql/generated/graphql.js';
import { plural } from '../ui/format.js';
import { notifyDone, notifyFailure } from '../ui/notify.js';
import { RelativeTime } from '../ui/relative-time.js';
import { TableFoot } from '../ui/table-foot.js';
import { DeleteSecret } from './secrets.operations.js';

interface Properties {
  readonly secrets: readonly SecretRowFragment[];
  readonly total: number;
  readonly onReplace: (secret: SecretRowFragment) => void;
  readonly onDeleted: () => void;
  readonly onMore: (() => void) | null;
}

export function SecretTable({ secrets, total, onReplace, onDeleted, onMore }: Properties) {
  const [remove] = useMutation(DeleteSecret);

  async function deleteSecret({ id, name }: SecretRowFragment) {
    try {
      await remove({ variables: { id } });
      notifyDone(`“${name}” is deleted.`);
      onDeleted();
    } catch (error) {
      notifyFailure('The secret was not deleted', error);
    }
  }

  function askToDelete(secret: SecretRowFragment) {
    modals.openConfirmModal({
      title: `Delete “${secret.name}”?`,
      children: <Text size="sm">Steps that name it fail from now on. This cannot be undone.</Text>,
      labels: { confirm: 'Delete', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => void deleteSecret(secret),
    });
  }

  return (
    <ScrollArea>
      <Table verticalSpacing={9} horizontalSpacing="md" highlightOnHover miw={680}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Header</Table.Th>
            <Table.Th>Sent to</Table.Th>
            <Table.Th w={130}>Stored</Table.Th>
            <Table.Th w={84} aria-label="Actions" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {secrets.map((secret) => (
            <Table.Tr key={secret.id}>
              <Table.Td maw={280} style={{ overflowWrap: 'anywhere' }}>
                <Text size="sm" fw={550}>
                  {secret.name}
                </Text>
              </Table.Td>
              <Table.Td maw={220} style={{ overflowWrap: 'anywhere' }}>
                <Code>{secret.header}</Code>
              </Table.Td>
              <Table.Td maw={360} style={{ overflowWrap: 'anywhere' }}>
                {secret.hosts.join(', ')}
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <RelativeTime at={secret.updatedAt} size="sm" c="dimmed" />
              </Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap">
                  <ActionIcon
                    aria-label={`Replace ${secret.name}`}
                    title="Replace"
                    onClick={() => onReplace(secret)}
                  >
                    <IconReplace size={16} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={`Delete ${secret.name}`}
                    title="Delete"
                    onClick={() => askToDelete(secret)}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <TableFoot count={plural(total, 'secret')} onMore={onMore} />
    </ScrollArea>
  );
}
