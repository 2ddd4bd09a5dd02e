import { Anchor, Group, Paper, Text } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { Link } from 'react-router';
import { StatusBadge } from '../ui/status-badge.js';
import type { Child } from './use-children.js';

/** The execution that runs for a step, to be opened. */
export function ChildLink({ child }: { readonly child: Child }) {
  return (
    <Paper withBorder p="sm" radius="md" component="section" aria-label="The other execution">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Group gap={8} wrap="nowrap" style={{ minWidth: 0 }}>
          <IconSitemap size={18} style={{ flexShrink: 0 }} aria-hidden />
          <div style={{ minWidth: 0 }}>
            <Anchor component={Link} to={`/executions/${child.id}`} size="sm" fw={550} lineClamp={2}>
              {child.name}
            </Anchor>
            <Text size="xs" c="dimmed">
              Runs as an execution of its own
            </Text>
          </div>
        </Group>
        <StatusBadge status={child.status} size="sm" />
      </Group>
    </Paper>
  );
}
