import { Button, Group, Text } from '@mantine/core';

interface Properties {
  /** How many there are, in words. */
  readonly count: string;
  /** Loads more of them; null when all are shown. */
  readonly onMore: (() => void) | null;
}

/** Below a table: how long the whole list is, and the way to more of it. */
export function TableFoot({ count, onMore }: Properties) {
  return (
    <Group justify="space-between" px="md" py={8}>
      <Text size="xs" c="dimmed">
        {count}
      </Text>
      {onMore && (
        <Button size="compact-sm" variant="subtle" onClick={onMore}>
          Show more
        </Button>
      )}
    </Group>
  );
}
