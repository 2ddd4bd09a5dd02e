import { ActionIcon, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Json, WorkflowDefinition } from '#definition';
import { formatDuration } from '../../ui/format.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { ErrorNotice } from '../error-notice.js';
import { FactsList } from '../facts-list.js';
import { ResultOfStep } from '../result-of-step.js';
import { resultsOf } from '../result-model.js';
import type { Citation } from '../result-model.js';
import type { BulkRow } from './use-bulk-rows.js';

interface Properties {
  readonly number: number;
  /** Null until it is read. */
  readonly row: BulkRow | null;
  readonly definition: WorkflowDefinition;
  /** Pause and resume, as long as the row is open. */
  readonly controls: ReactNode;
  readonly onOpen: (path: string) => void;
  readonly onCitation: (citation: Citation) => void;
  readonly onClose: () => void;
}

/** One row of a table: how it stands, what it was given, what came of it. */
export function RowPanel({ number, row, definition, controls, onOpen, onCitation, onClose }: Properties) {
  const results = resultsOf(row?.result, definition);
  return (
    <Stack gap="md" p="md">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} fz={15}>
          Row {number.toLocaleString()}
        </Title>
        <ActionIcon aria-label="Close the row" onClick={onClose}>
          <IconX size={17} />
        </ActionIcon>
      </Group>
      {row === null ? (
        <Skeleton height={120} role="status" aria-label="Loading" />
      ) : (
        <>
          <Group gap="sm">
            <StatusBadge status={row.status} />
            {typeof row.durationMs === 'number' && (
              <Text size="xs" c="dimmed">
                {formatDuration(row.durationMs)}
              </Text>
            )}
          </Group>
          <Failure row={row} definition={definition} onOpen={onOpen} />
          {controls}
          <section aria-label="Input">
            <Text size="sm" fw={650} component="h3" m={0} mb={4}>
              Input
            </Text>
            <FactsList facts={fieldsOf(row.input)} />
          </section>
          {results.length > 0 && (
            <section aria-label="Result">
              <Text size="sm" fw={650} component="h3" m={0} mb={4}>
                Result
              </Text>
              {results.map((result) => (
                <ResultOfStep
                  key={result.stepId}
                  result={result}
                  titled={results.length > 1}
                  onCitation={onCitation}
                />
              ))}
            </section>
          )}
        </>
      )}
    </Stack>
  );
}

function Failure({ row, definition, onOpen }: Pick<Properties, 'definition' | 'onOpen'> & { row: BulkRow }) {
  const { error } = row;
  if (!error) return null;
  const { path, stepId } = error;
  const step = definition.steps.find(({ id }) => id === stepId);
  return step && path ? (
    <ErrorNotice error={error} step={{ name: step.name ?? step.id, onOpen: () => onOpen(path) }} />
  ) : (
    <ErrorNotice error={error} />
  );
}

function fieldsOf(input: unknown): readonly { readonly name: string; readonly value: Json }[] {
  return Object.entries((input ?? {}) as Readonly<Record<string, Json>>).map(([name, value]) => ({
    name,
    value,
  }));
}
