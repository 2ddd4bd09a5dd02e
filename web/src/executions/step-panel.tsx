import { ActionIcon, Alert, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { StepDefinition } from '#definition';
import { stepLook } from '../canvas/step-look.js';
import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { formatDateTime, formatDuration } from '../ui/format.js';
import { JsonPanel } from '../ui/json-panel.js';
import { StatusBadge } from '../ui/status-badge.js';
import { AnswerView } from './answer-view.js';
import { AttemptsList } from './attempts-list.js';
import { ChildLink } from './child-link.js';
import { factsOf } from './connection-looks.js';
import { ErrorNotice } from './error-notice.js';
import { FactsList } from './facts-list.js';
import { roundWords } from './instance-path.js';
import { readableTimes } from './readable-times.js';
import { progressOf } from './run-line.js';
import { citationsOf, isUnanswered } from './result-model.js';
import type { Citation } from './result-model.js';
import { StepDecision } from './step-decision.js';
import { unreadDocuments } from './unread-documents.js';
import { UnreadNotice } from './unread-notice.js';
import type { Child } from './use-children.js';
import { whyOf } from './why-of.js';

interface Properties {
  readonly executionId: string;
  readonly step: StepDefinition;
  /** Of the instance that is shown; null in a loop that has had no round. */
  readonly path: string | null;
  /** Every attempt of it; none until the step is known to the execution. */
  readonly attempts: readonly StepRowFragment[];
  /** How many rounds have ended, of a loop. */
  readonly counts: string;
  readonly child: Child | null;
  /** Pause and resume, as long as the execution is open. */
  readonly controls: ReactNode;
  readonly onClose: () => void;
  readonly onCitation: (citation: Citation) => void;
}

/** One step of an execution: what is to be decided there, how it stands, what it used, what it gave. */
export function StepPanel(properties: Properties) {
  const { executionId, step, path, attempts, counts, child, controls, onClose, onCitation } = properties;
  const run = attempts.at(-1) ?? null;
  const look = stepLook(step.type);
  const facts = factsOf(run?.output);
  const { answer, confidence, citations, ...others } = facts;
  const unread = unreadDocuments(facts);
  const answered = typeof answer === 'string';
  const listed = Object.entries(answered ? others : facts)
    .filter(([name]) => unread === null || name !== 'failures')
    .map(([name, value]) => ({ name, value }));
  const blocked = run?.status === 'BLOCKED';
  const decides = blocked || (run?.status === 'WAITING' && run.type !== 'delay');
  return (
    <Stack gap="md" p="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Title order={2} fz={15} style={{ overflowWrap: 'anywhere' }}>
            {step.name ?? look.title}
          </Title>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[look.title, ...roundWords(path ?? ''), path ?? step.id].join(' · ')}
          </Text>
        </div>
        <ActionIcon aria-label="Close the step" onClick={onClose}>
          <IconX size={17} />
        </ActionIcon>
      </Group>
      <Group gap="sm">
        <StatusBadge status={run?.status ?? 'PENDING'} />
        {run?.startedAt && (
          <Text size="xs" c="dimmed" title={formatDateTime(run.startedAt)}>
            attempt {run.attempt}
            {typeof run.durationMs === 'number' && `, ${formatDuration(run.durationMs)}`}
          </Text>
        )}
        {counts !== '' && <Text size="xs">{counts}</Text>}
        {run?.reused && (
          <Badge variant="outline" color="gray" radius="sm" tt="none" fw={600}>
            Taken over
          </Badge>
        )}
        {run?.status === 'RUNNING' && <Text size="xs">{progressOf(run.progress)}</Text>}
      </Group>
      {run && <StepDecision executionId={executionId} row={run} step={step} />}
      {run?.error && !blocked && <ErrorNotice error={run.error} />}
      {run?.reason && !decides && (
        <Text size="sm" c="dimmed">
          {whyOf(run) || readableTimes(run.reason)}
        </Text>
      )}
      {child && <ChildLink child={child} />}
      {run?.warnings.map((warning) => (
        <Alert key={warning} color="yellow" variant="light" icon={<IconAlertTriangle size={18} />} p="xs">
          {warning}
        </Alert>
      ))}
      {unread && <UnreadNotice unread={unread} />}
      {answered && (
        <Part title="Answer">
          <AnswerView
            answer={answer}
            confidence={typeof confidence === 'number' ? confidence : null}
            citations={citationsOf(citations)}
            unanswered={isUnanswered(facts)}
            onCitation={onCitation}
          />
        </Part>
      )}
      {listed.length > 0 && (
        <Part title="What it gave">
          <FactsList facts={listed} />
        </Part>
      )}
      {controls}
      {attempts.length > 1 && (
        <Part title="Attempts before">
          <AttemptsList attempts={attempts.slice(0, -1)} />
        </Part>
      )}
      <Part title="Settings used">
        <JsonPanel value={run?.configuration ?? step.configuration} />
      </Part>
      {run?.output !== null && run?.output !== undefined && (
        <Part title="Output as JSON">
          <JsonPanel value={run.output} collapsed={1} />
        </Part>
      )}
    </Stack>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Text size="sm" fw={650} component="h3" m={0} mb={4}>
        {title}
      </Text>
      {children}
    </section>
  );
}
