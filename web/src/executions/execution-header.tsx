import { ActionIcon, Anchor, Button, Group, Menu, Progress, Text, Title } from '@mantine/core';
import { IconDots, IconExternalLink, IconPencil, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { JsonObject } from '#definition';
import type { WatchedExecutionQuery } from '../graphql/generated/graphql.js';
import { formatDuration } from '../ui/format.js';
import { isClosed, statusLook } from '../ui/status.js';
import { StatusBadge } from '../ui/status-badge.js';
import { useNow } from '../ui/use-now.js';
import { ControlButtons } from './control-buttons.js';
import { elapsedOf } from './elapsed.js';
import { RunDialog } from './run-dialog.js';
import classes from './execution-page.module.css';

/** Which execution this is, how far it is, and what can be done with it. */
export function ExecutionHeader({ execution }: { readonly execution: WatchedExecutionQuery['execution'] }) {
  const navigate = useNavigate();
  const [again, setAgain] = useState(false);
  const closed = isClosed(execution.status);
  const now = useNow(closed ? null : 500);
  const { workflow } = execution;
  const share = Math.round(execution.progressPercentage);
  return (
    <header className={classes.header}>
      <div className={classes.titles}>
        <Text size="xs" c="dimmed" truncate>
          <Anchor component={Link} to="/executions" inherit>
            Executions
          </Anchor>
          {workflow && (
            <>
              {' / '}
              <Anchor component={Link} to={`/workflows/${workflow.id}`} inherit>
                {workflow.name}
              </Anchor>
            </>
          )}
          {` / version ${execution.version}`}
        </Text>
        <Title order={1} fz={17} lh={1.35} lineClamp={1} title={execution.name}>
          {execution.name}
        </Title>
      </div>
      <span role="status" aria-live="polite">
        <StatusBadge status={execution.status} size="lg" />
      </span>
      <div className={classes.progress}>
        <Group justify="space-between" wrap="nowrap" mb={3}>
          <Text size="xs" c="dimmed" className="tabular">
            {share} %
          </Text>
          <Text size="xs" c="dimmed" className="tabular">
            {formatDuration(elapsedOf(execution, now))}
          </Text>
        </Group>
        <Progress
          value={share}
          size="sm"
          color={statusLook(execution.status).color}
          striped={!closed}
          animated={execution.status === 'RUNNING'}
          aria-label="Progress of the execution"
        />
      </div>
      <Group gap="xs" wrap="nowrap">
        <ControlButtons id={execution.id} status={execution.status} />
        {closed && workflow && (
          <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={() => setAgain(true)}>
            Run again
          </Button>
        )}
        <Menu width={230}>
          <Menu.Target>
            <ActionIcon size={36} variant="default" aria-label="More">
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {execution.temporalUrl && (
              <Menu.Item
                component="a"
                href={execution.temporalUrl}
                target="_blank"
                rel="noreferrer"
                leftSection={<IconExternalLink size={16} />}
              >
                Open in Temporal
              </Menu.Item>
            )}
            {workflow && (
              <Menu.Item
                leftSection={<IconPencil size={16} />}
                onClick={() => void navigate(`/workflows/${workflow.id}`)}
              >
                Open the workflow
              </Menu.Item>
            )}
            <Menu.Label style={{ overflowWrap: 'anywhere' }}>{execution.temporalWorkflowId}</Menu.Label>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {again && workflow && (
        <RunDialog
          workflow={{ id: workflow.id, name: workflow.name, collectionId: null }}
          known={(execution.input ?? {}) as JsonObject}
          onClose={() => setAgain(false)}
        />
      )}
    </header>
  );
}
