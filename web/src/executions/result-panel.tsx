import { Accordion, Alert, Divider, Stack, Text, Title } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import type { WorkflowDefinition } from '#definition';
import type { WatchedExecutionQuery } from '../graphql/generated/graphql.js';
import { JsonPanel } from '../ui/json-panel.js';
import { isClosed } from '../ui/status.js';
import { factsOf } from './connection-looks.js';
import { ErrorNotice } from './error-notice.js';
import { progressOf } from './run-line.js';
import { resultsOf } from './result-model.js';
import type { Citation } from './result-model.js';
import { ResultOfStep } from './result-of-step.js';
import { hasStateNotice, StateNotice } from './state-notice.js';
import { unreadDocuments } from './unread-documents.js';
import { UnreadNotice } from './unread-notice.js';

type Execution = WatchedExecutionQuery['execution'];

interface Properties {
  readonly execution: Execution;
  readonly definition: WorkflowDefinition;
  readonly onCitation: (citation: Citation) => void;
  readonly onOpen: (path: string) => void;
}

/** What came of an execution, or what it is doing. */
export function ResultPanel({ execution, definition, onCitation, onOpen }: Properties) {
  const results = resultsOf(execution.output, definition);
  const question = (execution.input as { readonly question?: unknown } | null)?.question;
  return (
    <Stack gap="md" p="md">
      <div>
        <Title order={2} fz={15}>
          Result
        </Title>
        {typeof question === 'string' && (
          <Text size="sm" c="dimmed" mt={2} style={{ overflowWrap: 'anywhere' }}>
            {question}
          </Text>
        )}
      </div>
      <Situation execution={execution} definition={definition} onOpen={onOpen} />
      {results.map((result, index) => (
        <Stack key={result.stepId} gap="md">
          {index > 0 && <Divider />}
          <ResultOfStep result={result} titled={results.length > 1} onCitation={onCitation} />
        </Stack>
      ))}
      {execution.steps.map(({ path, output }) => {
        const unread = unreadDocuments(factsOf(output));
        return unread && <UnreadNotice key={path} unread={unread} />;
      })}
      {results.length > 0 && (
        <Accordion variant="contained" chevronPosition="left" styles={{ content: { overflowX: 'auto' } }}>
          <Accordion.Item value="raw">
            <Accordion.Control fz="sm">As JSON</Accordion.Control>
            <Accordion.Panel>
              <JsonPanel value={execution.output} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
    </Stack>
  );
}

type SituationProperties = Pick<Properties, 'execution' | 'definition' | 'onOpen'>;

function Situation({ execution, definition, onOpen }: SituationProperties) {
  if (execution.error && execution.status !== 'CANCELLED') {
    const { stepId, path } = execution.error;
    const name = definition.steps.find(({ id }) => id === stepId)?.name ?? stepId;
    return stepId && name ? (
      <ErrorNotice error={execution.error} step={{ name, onOpen: () => onOpen(path ?? stepId) }} />
    ) : (
      <ErrorNotice error={execution.error} />
    );
  }
  if (hasStateNotice(execution.status)) return <StateNotice status={execution.status} />;
  if (isClosed(execution.status)) {
    return execution.output === null || execution.output === undefined ? (
      <Text size="sm" c="dimmed">
        The execution gave no result.
      </Text>
    ) : null;
  }
  const running = execution.steps.filter(({ status }) => status === 'RUNNING');
  return (
    <Alert color="blue" variant="light" icon={<IconHourglass size={20} />} title="Working on it">
      {running.length === 0
        ? 'The result appears here when the last step is done.'
        : running.map(({ path, name, progress }) => (
            <div key={path}>{[name, progressOf(progress)].filter(Boolean).join(': ')}</div>
          ))}
    </Alert>
  );
}
