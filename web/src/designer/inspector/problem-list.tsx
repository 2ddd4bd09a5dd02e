import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconBulb, IconExclamationCircle } from '@tabler/icons-react';
import type { Problem } from '#definition';

const looks = {
  error: { icon: IconExclamationCircle, color: 'red' },
  warning: { icon: IconAlertTriangle, color: 'yellow' },
  hint: { icon: IconBulb, color: 'blue' },
} as const;

/** What is wrong with what is shown, in short. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Stack gap={4} role="list" aria-label="Problems here">
      {problems.slice(0, 6).map(({ severity, message }, index) => {
        const { icon: Icon, color } = looks[severity];
        return (
          <Group key={index} gap={6} wrap="nowrap" align="flex-start" role="listitem">
            <Icon
              size={15}
              color={`var(--mantine-color-${color}-6)`}
              style={{ flexShrink: 0, marginTop: 2 }}
              aria-label={severity}
            />
            <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
              {message}
            </Text>
          </Group>
        );
      })}
    </Stack>
  );
}
