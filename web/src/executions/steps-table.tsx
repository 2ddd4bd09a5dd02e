import { Button, Group, Table, Text } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { stepLook } from '../canvas/step-look.js';
import type { LiveExecutionFragment } from '../graphql/generated/graphql.js';
import { formatDuration } from '../ui/format.js';
import { StatusBadge } from '../ui/status-badge.js';
import { useNow } from '../ui/use-now.js';
import { factsOf } from './connection-looks.js';
import { elapsedOf } from './elapsed.js';
import { roundWords } from './instance-path.js';
import { readableTimes } from './readable-times.js';
import { progressOf } from './run-line.js';
import { unreadLine } from './unread-documents.js';
import { whyOf } from './why-of.js';

type Step = LiveExecutionFragment['steps'][number];

/** Drawn at once. */
const MOST_LINES = 200;

interface Properties {
  readonly steps: readonly Step[];
  /** How many attempts and rounds there are beside these. */
  readonly omitted: number;
  /** Path of the selected instance. */
  readonly selected: string | null;
  readonly onOpen: (path: string) => void;
}

export function StepsTable({ steps, omitted, selected, onOpen }: Properties) {
  const [limit, setLimit] = useState(MOST_LINES);
  const now = useNow(steps.some(({ status }) => status === 'RUNNING' || status === 'WAITING') ? 500 : null);
  return (
    <>
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
          {steps.slice(0, limit).map((step) => (
            <Table.Tr
              key={`${step.path}#${step.attempt}`}
              bg={step.path === selected ? 'var(--mantine-primary-color-light)' : undefined}
              style={{ cursor: 'pointer' }}
              onClick={() => onOpen(step.path)}
            >
              <Table.Td>
                <StepName step={step} onOpen={onOpen} />
              </Table.Td>
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <StatusBadge status={step.status} size="sm" />
                  {step.reused && (
                    <IconRestore
                      size={15}
                      color="var(--sluice-faint)"
                      role="img"
                      aria-label="Taken over"
                      title="Taken over"
                    />
                  )}
                </Group>
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
      {steps.length > limit && (
        <Button
          m="sm"
          size="compact-sm"
          variant="subtle"
          onClick={() => setLimit((before) => before + MOST_LINES)}
        >
          Show more of {steps.length.toLocaleString()}
        </Button>
      )}
      {omitted > 0 && (
        <Text size="xs" c="dimmed" px="md" py={8}>
          {omitted.toLocaleString()} more stand in rounds that have ended: choose a round in the graph to see
          its steps.
        </Text>
      )}
    </>
  );
}

function StepName({ step, onOpen }: { readonly step: Step; readonly onOpen: (path: string) => void }) {
  const look = stepLook(step.type);
  const rounds = roundWords(step.path).join(', ');
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
        onClick={() => onOpen(step.path)}
      >
        {step.name || look.title}
        {rounds !== '' && (
          <Text span inherit size="xs" fw={400} c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {' '}
            {rounds}
          </Text>
        )}
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
  if (step.reason !== null) return whyOf(step) || readableTimes(step.reason);
  return [unreadLine(factsOf(step.output)), ...step.warnings].filter(Boolean).join(' ');
}
