import { ScrollArea, Table, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { Json, JsonObject, Table as RowTable } from '#definition';
import type { CheckedTable } from './check-table.js';
import { shortJson } from './short-json.js';

const SHOWN = 5;

interface Properties {
  readonly table: RowTable;
  readonly checked: CheckedTable;
  /** The inputs that columns fill, in their order. */
  readonly inputs: readonly string[];
}

/** The first rows as they will be run. */
export function TablePreview({ table, checked, inputs }: Properties) {
  const wrong = new Map(checked.mistakes.map(({ row, message }) => [row, message]));
  return (
    <ScrollArea type="auto" aria-label="The first rows">
      <Table withTableBorder verticalSpacing={4} horizontalSpacing="xs" fz={12.5} miw={inputs.length * 130}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={64}>Line</Table.Th>
            {inputs.map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.slice(0, SHOWN).map(({ line }, row) => (
            <Table.Tr key={line}>
              <Table.Td className="tabular" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                {line}{' '}
                {wrong.has(row) && (
                  <IconAlertCircle
                    size={14}
                    style={{ verticalAlign: -2 }}
                    color="var(--mantine-color-red-text)"
                    role="img"
                    aria-label={wrong.get(row)}
                  />
                )}
              </Table.Td>
              {inputs.map((name) => (
                <Table.Td key={name} maw={260}>
                  <Cell value={(checked.inputs[row] as JsonObject | null)?.[name]} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function Cell({ value }: { readonly value: Json | undefined }) {
  return value === undefined || value === null ? (
    <Text size="xs" c="dimmed">
      –
    </Text>
  ) : (
    <Text size="xs" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
      {shortJson(value)}
    </Text>
  );
}
