import { Group, Progress, Text } from '@mantine/core';
import { statusLook } from '../../ui/status.js';
import { countedStatuses, endedRows } from './row-counts.js';
import type { RowCounts } from './use-bulk-rows.js';

interface Properties {
  readonly counts: RowCounts;
  readonly total: number;
}

/** How many rows have ended and how, of how many. */
export function RowsProgress({ counts, total }: Properties) {
  const counted = countedStatuses(counts);
  return (
    <div>
      <Text size="sm" fw={600} mb={6} className="tabular">
        {endedRows(counts).toLocaleString()} of {total.toLocaleString()} rows have ended
      </Text>
      <Progress.Root size="lg" aria-label="Rows by status">
        {counted
          .filter(({ status }) => status !== 'PENDING' && status !== 'NOT_RUN')
          .map(({ status, count }) => (
            <Progress.Section
              key={status}
              value={(100 * count) / total}
              color={statusLook(status).color}
              aria-label={`${statusLook(status).label}: ${count}`}
            />
          ))}
      </Progress.Root>
      <Group gap="md" mt={8}>
        {counted.map(({ status, count }) => {
          const { label, color, icon: Icon } = statusLook(status);
          return (
            <Group key={status} gap={5} wrap="nowrap">
              <Icon size={15} color={`var(--mantine-color-${color}-6)`} aria-hidden />
              <Text size="xs" className="tabular">
                {count.toLocaleString()} {label.toLowerCase()}
              </Text>
            </Group>
          );
        })}
      </Group>
    </div>
  );
}
