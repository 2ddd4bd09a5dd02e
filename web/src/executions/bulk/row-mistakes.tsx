import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { plural } from '../../ui/format.js';
import type { RowMistake } from './check-table.js';

const SHOWN = 20;

/** Which rows cannot be run and why, by their lines. */
export function RowMistakes({ mistakes }: { readonly mistakes: readonly RowMistake[] }) {
  if (mistakes.length === 0) return null;
  const rows = new Set(mistakes.map(({ row }) => row)).size;
  const more = mistakes.length - SHOWN;
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertTriangle size={18} />}
      title={`${plural(rows, 'row')} cannot be run`}
    >
      Nothing starts until every row is right. Correct the table and choose it again.
      <List size="sm" mt={6} mah={180} style={{ overflowY: 'auto' }}>
        {mistakes.slice(0, SHOWN).map(({ line, message }, index) => (
          <List.Item key={index}>
            <b>Line {line.toLocaleString()}:</b> {message}
          </List.Item>
        ))}
      </List>
      {more > 0 && `And ${plural(more, 'more mistake')}.`}
    </Alert>
  );
}
