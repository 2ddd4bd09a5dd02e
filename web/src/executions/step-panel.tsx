import { ActionIcon, Alert, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { StepDefinition } from '#definition';
import { stepLook } from '../canvas/step-look.js';
import type { LiveExecutionFragment } from '../graphql/generated/graphql.js';
import { formatDateTime, formatDuration } from '../ui/format.js';
import { JsonPanel } from '../ui/json-panel.js';
import { StatusBadge } from '../ui/status-badge.js';
import { AnswerView } from './answer-view.js';
import { factsOf } from './connection-looks.js';
import { ErrorNotice } from './error-notice.js';
import { FactsList } from './facts-list.js';
import { progressOf } from './run-line.js';
import { citationsOf, isUnanswered } from './result-model.js';
import type { Citation } from './result-model.js';
import { unreadDocuments } from './unread-documents.js';
import { UnreadNotice } from './unread-notice.js';

interface Properties {
  readonly step: StepDefinition;
  /** Null until the step is known to the execution. */
  readonly run: LiveExecutionFragment['steps'][number] | null;
  readonly onClose: () => void;
  readonly onCitation: (citation: Citation) => void;
}

/** One step of an execution: how it stands, what it used, what it gave. */
export function StepPanel({ step, run, onClose, onCitation }: Properties) {
  const look = stepLook(step.type);
  const facts = factsOf(run?.output);
  const { answer, confidence, citations, ...others } = facts;
  const unread = unreadDocuments(facts);
  const answered = typeof answer === 'string';
  const listed = Object.entries(answered ? others : facts)
    .filter(([name]) => unread === null || name !== 'failures')
    .map(([name, value]) => ({ name, value }));
  return (
    <Stack gap="md" p="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Title order={2} fz={15} style={{ overflowWrap: 'anywhere' }}>
            {step.name ?? look.title}
          </Title>
          <Text size="xs" c="dimmed">
            {look.title} · {run?.path ?? step.id}
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
        {run?.status === 'RUNNING' && <Text size="xs">{progressOf(run.progress)}</Text>}
      </Group>
      {run?.error && <ErrorNotice error={run.error} />}
      {run?.reason && (
        <Text size="sm" c="dimmed">
          {run.reason}
        </Text>
      )}
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
