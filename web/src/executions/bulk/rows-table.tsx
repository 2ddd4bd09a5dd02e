import { Table, Text } from '@mantine/core';
import { formatDuration } from '../../ui/format.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { shortFields } from './short-json.js';
import type { BulkRow } from './use-bulk-rows.js';
import classes from './rows.module.css';

interface Properties {
  readonly rows: readonly BulkRow[];
  /** Number of the row that is shown on the canvas. */
  readonly shown: number;
  readonly onOpen: (path: string) => void;
}

/** Rows of a table of inputs: what each was given and what came of it. */
export function RowsTable({ rows, shown, onOpen }: Properties) {
  return (
    <Table verticalSpacing={6} horizontalSpacing="md" highlightOnHover stickyHeader fz={13} aria-label="Rows">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={90}>Row</Table.Th>
          <Table.Th w={130}>Status</Table.Th>
          <Table.Th>Input</Table.Th>
          <Table.Th>Result or error</Table.Th>
          <Table.Th w={90} ta="right">
            Duration
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ number, path, status, input, result, error, durationMs }) => (
          <Table.Tr
            key={number}
            bg={number === shown ? 'var(--mantine-primary-color-light)' : undefined}
            style={{ cursor: 'pointer' }}
            onClick={() => onOpen(path)}
          >
            <Table.Td>
              <button type="button" className={classes.row} aria-current={number === shown || undefined}>
                Row {number.toLocaleString()}
              </button>
            </Table.Td>
            <Table.Td>
              <StatusBadge status={status} size="sm" />
            </Table.Td>
            <Table.Td className={classes.cell}>
              <Text size="xs" lineClamp={2} title={shortFields(input)}>
                {shortFields(input)}
              </Text>
            </Table.Td>
            <Table.Td className={classes.cell}>
              <Text size="xs" c={error ? 'red' : undefined} lineClamp={2}>
                {error ? error.message : resultLine(result)}
              </Text>
            </Table.Td>
            <Table.Td ta="right" className="tabular" style={{ whiteSpace: 'nowrap' }}>
              {typeof durationMs === 'number' ? formatDuration(durationMs) : '–'}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What the end steps gave; of a lone one, without its name. */
function resultLine(result: unknown): string {
  if (result === null || result === undefined) return '';
  const steps = Object.values(result);
  return shortFields(steps.length === 1 ? steps[0] : result);
}
