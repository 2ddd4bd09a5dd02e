import { Anchor, Group, Progress, ScrollArea, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { ExecutionRowFragment } from '../graphql/generated/graphql.js';
import { formatDuration, plural } from '../ui/format.js';
import { RelativeTime } from '../ui/relative-time.js';
import { isClosed, statusLook } from '../ui/status.js';
import { StatusBadge } from '../ui/status-badge.js';
import { useNow } from '../ui/use-now.js';
import { elapsedOf } from './elapsed.js';

interface Properties {
  readonly executions: readonly ExecutionRowFragment[];
  readonly total: number;
  /** Whether any of them still runs, so that durations tick. */
  readonly live: boolean;
}

export function ExecutionTable({ executions, total, live }: Properties) {
  const now = useNow(live ? 1_000 : null);
  return (
    <ScrollArea>
      <Table verticalSpacing={9} horizontalSpacing="md" highlightOnHover miw={860}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Execution</Table.Th>
            <Table.Th>Workflow</Table.Th>
            <Table.Th w={140}>Status</Table.Th>
            <Table.Th w={170}>Progress</Table.Th>
            <Table.Th w={110} ta="right">
              Duration
            </Table.Th>
            <Table.Th w={120}>Started</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {executions.map((execution) => (
            <Table.Tr key={execution.id}>
              <Table.Td maw={320}>
                <Anchor component={Link} to={`/executions/${execution.id}`} size="sm" fw={550} lineClamp={1}>
                  {execution.name}
                </Anchor>
                <SecondLine execution={execution} />
              </Table.Td>
              <Table.Td maw={220}>
                <Text size="sm" truncate>
                  {execution.workflow?.name ?? 'Deleted workflow'}
                </Text>
                <Text size="xs" c="dimmed">
                  Version {execution.version}
                </Text>
              </Table.Td>
              <Table.Td>
                <StatusBadge status={execution.status} />
              </Table.Td>
              <Table.Td>
                <ProgressCell execution={execution} />
              </Table.Td>
              <Table.Td ta="right" className="tabular" style={{ whiteSpace: 'nowrap' }}>
                {formatDuration(elapsedOf(execution, now))}
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <RelativeTime at={execution.startedAt ?? execution.createdAt} size="sm" c="dimmed" />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" px="md" py={8}>
        {plural(total, 'execution')}
      </Text>
    </ScrollArea>
  );
}

/** Why it failed, else what was asked: tells runs of one workflow apart. */
function SecondLine({ execution }: { readonly execution: ExecutionRowFragment }) {
  const question = (execution.input as { readonly question?: unknown } | null)?.question;
  const text = execution.error?.message ?? (typeof question === 'string' ? question : '');
  return (
    <Text size="xs" c={execution.error ? 'red' : 'dimmed'} lineClamp={2} title={text}>
      {text}
    </Text>
  );
}

function ProgressCell({ execution }: { readonly execution: ExecutionRowFragment }) {
  const share = Math.round(execution.progressPercentage);
  const { color } = statusLook(execution.status);
  return (
    <Group gap="xs" wrap="nowrap">
      <Progress
        value={share}
        color={color}
        animated={execution.status === 'RUNNING'}
        striped={!isClosed(execution.status)}
        style={{ flex: 1 }}
        aria-label={`Progress of ${execution.name}`}
      />
      <Text size="xs" c="dimmed" miw={46} ta="right" style={{ whiteSpace: 'nowrap' }} className="tabular">
        {share} %
      </Text>
    </Group>
  );
}
