import { Group, Stack, Text } from '@mantine/core';
import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { formatDuration } from '../ui/format.js';
import { StatusBadge } from '../ui/status-badge.js';
import { readableTimes } from './readable-times.js';

/** Attempts before the last one, newest first. */
export function AttemptsList({ attempts }: { readonly attempts: readonly StepRowFragment[] }) {
  return (
    <Stack gap={8} role="list">
      {attempts.toReversed().map(({ attempt, status, durationMs, error, reason }) => (
        <div key={attempt} role="listitem">
          <Group gap="xs">
            <Text size="sm" fw={550}>
              Attempt {attempt}
            </Text>
            <StatusBadge status={status} size="sm" />
            {typeof durationMs === 'number' && (
              <Text size="xs" c="dimmed">
                {formatDuration(durationMs)}
              </Text>
            )}
          </Group>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[error?.message, reason && readableTimes(reason)].filter(Boolean).join(' ')}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
