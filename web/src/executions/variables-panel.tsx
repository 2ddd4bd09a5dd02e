import { useQuery } from '@apollo/client/react';
import { ActionIcon, Button, Code, Table, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { WorkflowDefinition } from '#definition';
import type { LiveExecutionFragment } from '../graphql/generated/graphql.js';
import { RelativeTime } from '../ui/relative-time.js';
import { isClosed } from '../ui/status.js';
import { ExecutionVariables } from './instances.operations.js';
import { listVariables, scopeWords } from './list-variables.js';
import type { ListedVariable } from './list-variables.js';
import { VariableDialog } from './variable-dialog.js';

interface Properties {
  readonly execution: Pick<LiveExecutionFragment, 'id' | 'status' | 'sequence'>;
  readonly definition: WorkflowDefinition;
}

/** What the execution remembers, to be looked at and corrected while it runs. */
export function VariablesPanel({ execution, definition }: Properties) {
  const [edited, setEdited] = useState<ListedVariable | null>(null);
  const { id, status, sequence } = execution;
  const { data, refetch, fetchMore } = useQuery(ExecutionVariables, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const page = data?.execution.variables;

  useEffect(() => {
    const timer = setTimeout(() => void refetch().catch(() => undefined), 500);
    return () => clearTimeout(timer);
  }, [sequence, refetch]);

  const listed = listVariables(definition, page?.nodes ?? []);
  if (listed.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        This workflow remembers nothing: it declares no variables.
      </Text>
    );
  }
  return (
    <>
      <Table verticalSpacing={6} horizontalSpacing="md" stickyHeader fz={13}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={190}>Variable</Table.Th>
            <Table.Th>Value</Table.Th>
            <Table.Th w={210}>Lives in</Table.Th>
            <Table.Th w={110}>Set</Table.Th>
            <Table.Th w={56} aria-label="Change" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {listed.map((variable) => (
            <Table.Tr key={`${variable.scopePath} ${variable.name}`}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{variable.name}</Table.Td>
              <Table.Td>
                <Text size="xs" ff="monospace" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
                  {JSON.stringify(variable.value) ?? '–'}
                </Text>
              </Table.Td>
              <Table.Td>
                {variable.scopePath === '' ? (
                  scopeWords(variable.scopePath)
                ) : (
                  <Code style={{ overflowWrap: 'anywhere' }}>{scopeWords(variable.scopePath)}</Code>
                )}
              </Table.Td>
              <Table.Td>
                {variable.setAt ? <RelativeTime at={variable.setAt} size="xs" c="dimmed" /> : 'not yet'}
              </Table.Td>
              <Table.Td>
                {!isClosed(status) && (
                  <ActionIcon aria-label={`Change ${variable.name}`} onClick={() => setEdited(variable)}>
                    <IconPencil size={16} />
                  </ActionIcon>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {page?.pageInfo.hasNextPage && (
        <Button
          m="sm"
          size="compact-sm"
          variant="subtle"
          onClick={() =>
            void fetchMore({
              variables: { after: page.pageInfo.endCursor ?? null },
              updateQuery: (before, { fetchMoreResult }) => ({
                execution: {
                  ...before.execution,
                  variables: {
                    ...fetchMoreResult.execution.variables,
                    nodes: [
                      ...before.execution.variables.nodes,
                      ...fetchMoreResult.execution.variables.nodes,
                    ],
                  },
                },
              }),
            }).catch(() => undefined)
          }
        >
          Show more of {page.totalCount.toLocaleString()}
        </Button>
      )}
      {edited && (
        <VariableDialog
          executionId={id}
          variable={edited}
          onClose={(changed) => {
            setEdited(null);
            if (changed) void refetch().catch(() => undefined);
          }}
        />
      )}
    </>
  );
}
