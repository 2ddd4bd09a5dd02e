import { ActionIcon, Anchor, Button, Group, Menu, Progress, Text, Title } from '@mantine/core';
import {
  IconBell,
  IconDots,
  IconExternalLink,
  IconPencil,
  IconRefresh,
  IconRestore,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { JsonObject } from '#definition';
import type { WatchedExecutionQuery } from '../graphql/generated/graphql.js';
import { formatDuration, plural } from '../ui/format.js';
import { isClosed, statusLook } from '../ui/status.js';
import { StatusBadge } from '../ui/status-badge.js';
import { useNow } from '../ui/use-now.js';
import { ControlButtons } from './control-buttons.js';
import { elapsedOf } from './elapsed.js';
import { eventOf } from './event-card.js';
import { RunDialog } from './run-dialog.js';
import { SendEventDialog } from './send-event-dialog.js';
import type { StepRows } from './step-rows.js';
import classes from './execution-page.module.css';

interface Properties {
  readonly execution: WatchedExecutionQuery['execution'];
  readonly rows: StepRows;
  /** How many rows have ended and how many there are, of a run over a table. */
  readonly table: { readonly ended: number | null; readonly total: number } | null;
  readonly onRerun: () => void;
}

/** Which execution this is, how far it is, and what can be done with it. */
export function ExecutionHeader({ execution, rows, table, onRerun }: Properties) {
  const navigate = useNavigate();
  const [again, setAgain] = useState(false);
  const [sending, setSending] = useState(false);
  const closed = isClosed(execution.status);
  const now = useNow(closed ? null : 500);
  const { workflow, rerunOf } = execution;
  const share = table
    ? Math.floor((100 * (table.ended ?? 0)) / table.total)
    : Math.round(execution.progressPercentage);
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
          {execution.parent && (
            <>
              {', runs for a step of '}
              <Anchor component={Link} to={`/executions/${execution.parent.id}`} inherit>
                {execution.parent.name}
              </Anchor>
            </>
          )}
          {rerunOf && (
            <>
              {', rerun of '}
              <Anchor component={Link} to={`/executions/${rerunOf.id}`} inherit>
                {rerunOf.name}
              </Anchor>
            </>
          )}
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
            {table ? `${(table.ended ?? 0).toLocaleString()} of ${plural(table.total, 'row')}` : `${share} %`}
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
        {closed && (
          <Button
            variant="default"
            leftSection={<IconRestore size={16} />}
            title="The same once more, taking over what was finished"
            onClick={onRerun}
          >
            Rerun…
          </Button>
        )}
        {closed && workflow && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} />}
            title="A new execution, with other inputs if you want"
            onClick={() => setAgain(true)}
          >
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
            {!closed && (
              <Menu.Item leftSection={<IconBell size={16} />} onClick={() => setSending(true)}>
                Send an event…
              </Menu.Item>
            )}
            <Menu.Label style={{ overflowWrap: 'anywhere' }}>{execution.temporalWorkflowId}</Menu.Label>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {sending && (
        <SendEventDialog
          executionId={execution.id}
          awaited={awaitedEvents(rows)}
          onClose={() => setSending(false)}
        />
      )}
      {again && workflow && (
        <RunDialog
          workflow={{ id: workflow.id, name: workflow.name, collectionId: null }}
          {...(execution.bulk ? { mode: 'table' } : { known: (execution.input ?? {}) as JsonObject })}
          onClose={() => setAgain(false)}
        />
      )}
    </header>
  );
}

function awaitedEvents({ all }: StepRows): readonly string[] {
  return all.flatMap((row) =>
    row.status === 'WAITING' && row.type === 'wait_for_event' ? [eventOf(row)] : [],
  );
}
