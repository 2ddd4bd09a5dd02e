import { Group, Select, Table, Text } from '@mantine/core';
import { IconArrowNarrowRight, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { JsonObject, Table as RowTable } from '#definition';
import classes from './bulk-form.module.css';
import { fillableInputs, rematch, unfilledInputs } from './match-columns.js';
import type { ColumnMatches as Matches, Declarations } from './match-columns.js';

interface Properties {
  readonly table: RowTable;
  readonly declarations: Declarations;
  readonly matches: Matches;
  readonly onChange: (matches: Matches) => void;
}

/** Which column fills which input, and what happens with the others. */
export function ColumnMatches({ table, declarations, matches, onChange }: Properties) {
  const inputs = fillableInputs(declarations);
  const left = unfilledInputs(matches, declarations);
  return (
    <div>
      <Table verticalSpacing={4} horizontalSpacing="xs" fz={13} aria-label="Columns and inputs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={30} aria-label="Used" />
            <Table.Th>Column</Table.Th>
            <Table.Th>For example</Table.Th>
            <Table.Th w={30} aria-label="Becomes" />
            <Table.Th w={230}>Input</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...matches].map(([column, input]) => (
            <Table.Tr key={column}>
              <Table.Td>
                {input === null ? (
                  <IconCircleDashed
                    className={classes.icon}
                    role="img"
                    size={17}
                    color="var(--sluice-faint)"
                    aria-label="Left out"
                  />
                ) : (
                  <IconCircleCheck
                    className={classes.icon}
                    role="img"
                    size={17}
                    color="var(--mantine-color-teal-6)"
                    aria-label="Used"
                  />
                )}
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{column || '(no name)'}</Table.Td>
              <Table.Td maw={240}>
                <Text size="xs" c="dimmed" truncate>
                  {exampleOf(table, column)}
                </Text>
              </Table.Td>
              <Table.Td>
                <IconArrowNarrowRight
                  className={classes.icon}
                  size={17}
                  color="var(--sluice-faint)"
                  aria-hidden
                />
              </Table.Td>
              <Table.Td>
                <Select
                  size="xs"
                  aria-label={`Input for the column ${column}`}
                  data={inputs.map((name) => ({ value: name, label: name }))}
                  placeholder="Left out"
                  clearable
                  value={input}
                  onChange={(next) => onChange(rematch(matches, column, next))}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {left.length > 0 && (
        <Group gap={6} mt={6} px="xs">
          {left.map((name) => (
            <Unfilled key={name} name={name} declarations={declarations} />
          ))}
        </Group>
      )}
    </div>
  );
}

function Unfilled({ name, declarations }: { readonly name: string; readonly declarations: Declarations }) {
  const { required, default: value } = declarations[name] ?? {};
  const missing = required === true && value === undefined;
  return (
    <Text size="xs" c={missing ? 'red' : 'dimmed'} w="100%">
      <b>{name}</b>:{' '}
      {missing
        ? 'is needed, and no column gives it. Choose its column above.'
        : value === undefined
          ? 'no column gives it; it stays empty.'
          : `no column gives it; every row gets ${JSON.stringify(value)}.`}
    </Text>
  );
}

function exampleOf({ rows }: RowTable, column: string): string {
  for (const { value } of rows.slice(0, 20)) {
    const cell = (value as JsonObject | null)?.[column];
    if (cell !== undefined && cell !== null && cell !== '') {
      return (typeof cell === 'string' ? cell : JSON.stringify(cell)).slice(0, 200);
    }
  }
  return '';
}
