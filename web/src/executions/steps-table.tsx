import { Group, Table, Text } from '@mantine/core';
import { stepLook } from '../canvas/step-look.js';
import type { LiveExecutionFragment } from '../graphql/generated/graphql.js';
import { formatDuration } from '../ui/format.js';
import { StatusBadge } from '../ui/status-badge.js';
import { useNow } from '../ui/use-now.js';
import { factsOf } from './connection-looks.js';
import { elapsedOf } from './elapsed.js';
import { progressOf } from './run-line.js';
import { unreadLine } from './unread-documents.js';

type Step = LiveExecutionFragment['steps'][number];

interface Properties {
  readonly steps: readonly Step[];
  readonly selected: string | null;
  readonly onSelect: (stepId: string) => void;
}

export function StepsTable({ steps, selected, onSelect }: Properties) {
  const now = useNow(steps.some(({ status }) => status === 'RUNNING') ? 500 : null);
  return (
    <Table verticalSpacing={6} horizontalSpacing="md" highlightOnHover stickyHeader fz={13}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th miw={210}>Step</Table.Th>
          <Table.Th w={140}>Status</Table.Th>
          <Table.Th w={80} ta="right">
            Attempt
          </Table.Th>
          <Table.Th w={100} ta="right">
            Duration
          </Table.Th>
          <Table.Th>Note</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {steps.map((step) => (
          <Table.Tr
            key={`${step.path}#${step.attempt}`}
            bg={step.stepId === selected ? 'var(--mantine-primary-color-light)' : undefined}
            style={{ cursor: 'pointer' }}
            onClick={() => onSelect(step.stepId)}
          >
            <Table.Td>
              <StepName step={step} onSelect={onSelect} />
            </Table.Td>
            <Table.Td>
              <StatusBadge status={step.status} size="sm" />
            </Table.Td>
            <Table.Td ta="right" className="tabular">
              {step.attempt || '–'}
            </Table.Td>
            <Table.Td ta="right" className="tabular" style={{ whiteSpace: 'nowrap' }}>
              {step.startedAt ? formatDuration(durationOf(step, now)) : '–'}
            </Table.Td>
            <Table.Td>
              <Text size="xs" c={step.error ? 'red' : 'dimmed'} lineClamp={2} title={noteOf(step)}>
                {noteOf(step)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function StepName({ step, onSelect }: { readonly step: Step; readonly onSelect: (stepId: string) => void }) {
  const look = stepLook(step.type);
  return (
    <Group gap={8} wrap="nowrap">
      <look.icon
        size={17}
        stroke={1.7}
        color={`var(--mantine-color-${look.color}-6)`}
        style={{ flexShrink: 0 }}
        aria-hidden
      />
      <Text
        component="button"
        type="button"
        size="sm"
        fw={550}
        lineClamp={2}
        ta="left"
        style={{
          background: 'none',
          border: 0,
          padding: 0,
          cursor: 'pointer',
          color: 'inherit',
          font: 'inherit',
        }}
        onClick={() => onSelect(step.stepId)}
      >
        {step.name || look.title}
      </Text>
    </Group>
  );
}

/** What the table holds of a step that still runs is of when it was last written. */
function durationOf(step: Step, now: number): number {
  return step.status === 'RUNNING' ? elapsedOf(step, now) : (step.durationMs ?? elapsedOf(step, now));
}

function noteOf(step: Step): string {
  if (step.error) return step.error.message;
  if (step.status === 'RUNNING') return progressOf(step.progress);
  return step.reason ?? [unreadLine(factsOf(step.output)), ...step.warnings].filter(Boolean).join(' ');
}
