import { ActionIcon, Badge, Group, Menu, Text } from '@mantine/core';
import {
  IconArchive,
  IconCopy,
  IconDots,
  IconDownload,
  IconHistory,
  IconPlayerPlay,
  IconTable,
  IconTrash,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { asDefinition } from '../canvas/as-definition.js';
import type { WorkflowCardFragment } from '../graphql/generated/graphql.js';
import { plural } from '../ui/format.js';
import { RelativeTime } from '../ui/relative-time.js';
import { GraphThumbnail } from './graph-thumbnail.js';
import { WorkflowStatusBadge } from './workflow-status-badge.js';
import classes from './workflow-card.module.css';

interface Properties {
  readonly workflow: WorkflowCardFragment;
  readonly onRun: () => void;
  readonly onRunTable: () => void;
  readonly onDuplicate: () => void;
  readonly onExport: () => void;
  readonly onArchive: () => void;
  readonly onDelete: () => void;
}

/** One workflow: its drawing, what it is for, and what can be done with it. */
export function WorkflowCard(properties: Properties) {
  const { workflow, onRun, onRunTable, onDuplicate, onExport, onArchive, onDelete } = properties;
  const navigate = useNavigate();
  const definition = useMemo(() => asDefinition(workflow.definition), [workflow.definition]);
  return (
    <article className={classes.card}>
      <GraphThumbnail definition={definition} />
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start" mt="sm">
        <Link to={`/workflows/${workflow.id}`} className={classes.name} title={workflow.name}>
          {workflow.name}
        </Link>
        <WorkflowStatusBadge status={workflow.status} />
      </Group>
      <Text size="sm" c="dimmed" lineClamp={2} className={classes.description}>
        {workflow.description || 'No description'}
      </Text>
      <Group gap={6} mt={8} h={22} style={{ overflow: 'hidden' }}>
        {workflow.tags.slice(0, 4).map((tag) => (
          <Badge key={tag} size="sm" variant="default" tt="none" fw={500}>
            {tag}
          </Badge>
        ))}
      </Group>
      <Group justify="space-between" wrap="nowrap" mt={8}>
        <Text size="xs" c="dimmed" truncate>
          {plural(definition.steps.length, 'step')} · changed <RelativeTime at={workflow.updatedAt} />
        </Text>
        <Group gap={2} wrap="nowrap" className={classes.actions}>
          {workflow.publishedVersion && (
            <ActionIcon aria-label={`Run ${workflow.name}`} title="Run" color="water" onClick={onRun}>
              <IconPlayerPlay size={17} />
            </ActionIcon>
          )}
          {workflow.publishedVersion && (
            <ActionIcon
              aria-label={`Run over a table: ${workflow.name}`}
              title="Run over a table of inputs"
              onClick={onRunTable}
            >
              <IconTable size={17} />
            </ActionIcon>
          )}
          <Menu width={200}>
            <Menu.Target>
              <ActionIcon aria-label={`More for ${workflow.name}`}>
                <IconDots size={17} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconHistory size={16} />}
                onClick={() => void navigate(`/executions?workflow=${workflow.id}`)}
              >
                Its executions
              </Menu.Item>
              <Menu.Item leftSection={<IconCopy size={16} />} onClick={onDuplicate}>
                Duplicate
              </Menu.Item>
              <Menu.Item leftSection={<IconDownload size={16} />} onClick={onExport}>
                Export as YAML
              </Menu.Item>
              {workflow.status !== 'ARCHIVED' && (
                <Menu.Item leftSection={<IconArchive size={16} />} onClick={onArchive}>
                  Archive
                </Menu.Item>
              )}
              <Menu.Divider />
              <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={onDelete}>
                Delete
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
    </article>
  );
}
