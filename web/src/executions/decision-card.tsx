import { Group, Paper, Stack, Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDateTime, formatRelative } from '../ui/format.js';
import { useNow } from '../ui/use-now.js';
import classes from './decision-card.module.css';

interface Properties {
  readonly icon: TablerIcon;
  readonly title: string;
  readonly color?: string;
  readonly dueAt?: string | null | undefined;
  /** What happens then, after “or”: `it fails`. */
  readonly whenDue?: string;
  readonly children: ReactNode;
}

/** Something that a person has to do, told apart from what is only to be read. */
export function DecisionCard({ icon: Icon, title, color = 'yellow', dueAt, whenDue, children }: Properties) {
  const now = useNow(15_000);
  return (
    <Paper
      component="section"
      withBorder
      p="md"
      radius="md"
      aria-label={title}
      className={classes.card}
      style={{ '--tone': `var(--mantine-color-${color}-6)` }}
    >
      <Stack gap="sm">
        <Group gap={8} wrap="nowrap">
          <Icon size={20} color="var(--tone)" style={{ flexShrink: 0 }} aria-hidden />
          <Text fw={650} component="h3" m={0} fz={14}>
            {title}
          </Text>
        </Group>
        {children}
        {dueAt && (
          <Group gap={6} wrap="nowrap" align="flex-start" c="dimmed">
            <IconClock size={14} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
            <Text size="xs" title={formatDateTime(dueAt)}>
              Until {formatDateTime(dueAt)} ({formatRelative(dueAt, now)})
              {whenDue !== undefined && `; then ${whenDue}`}.
            </Text>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
