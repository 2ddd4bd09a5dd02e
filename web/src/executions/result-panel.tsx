import { Accordion, Alert, Divider, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconBan, IconHandStop, IconHourglass, IconPlayerPause } from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import type { WorkflowDefinition } from '#definition';
import type { ExecutionStatus, WatchedExecutionQuery } from '../graphql/generated/graphql.js';
import { JsonPanel } from '../ui/json-panel.js';
import { isClosed } from '../ui/status.js';
import { AnswerView } from './answer-view.js';
import { factsOf } from './connection-looks.js';
import { ErrorNotice } from './error-notice.js';
import { FactsList } from './facts-list.js';
import { progressOf } from './run-line.js';
import { resultsOf } from './result-model.js';
import type { Citation, StepResult } from './result-model.js';
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

interface ResultProperties {
  readonly result: StepResult;
  readonly titled: boolean;
  readonly onCitation: (citation: Citation) => void;
}

function ResultOfStep({ result, titled, onCitation }: ResultProperties) {
  return (
    <Stack gap="sm">
      {titled && (
        <Text fw={650} size="sm" component="h3" m={0}>
          {result.name}
        </Text>
      )}
      {result.answer !== null && (
        <AnswerView
          answer={result.answer}
          confidence={result.confidence}
          citations={result.citations}
          unanswered={result.unanswered}
          onCitation={onCitation}
        />
      )}
      <FactsList facts={result.facts} />
    </Stack>
  );
}

interface State {
  readonly color: string;
  readonly icon: TablerIcon;
  readonly title: string;
  readonly text: string;
}

/** What an execution does that neither runs nor has ended. */
const states: Readonly<Partial<Record<ExecutionStatus, State>>> = {
  WAITING: {
    color: 'yellow',
    icon: IconHourglass,
    title: 'Waiting',
    text: 'Nothing runs now. It goes on when what it waits for has happened; the steps in the graph say for what.',
  },
  BLOCKED: {
    color: 'orange',
    icon: IconHandStop,
    title: 'Blocked',
    text: 'A step failed and a person has to decide how to go on: try again, skip it, or give up.',
  },
  CANCELLING: {
    color: 'orange',
    icon: IconBan,
    title: 'Being cancelled',
    text: 'What runs is told to stop. Then what has to be tidied up or undone is.',
  },
  COMPENSATING: {
    color: 'orange',
    icon: IconArrowBackUp,
    title: 'Undoing what was done',
    text: 'Something failed. What had been done before is undone, the last first.',
  },
};

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
  if (execution.status === 'CANCELLED') {
    return (
      <Alert color="gray" icon={<IconBan size={20} />} title="Cancelled">
        Nothing more happens here. What had finished before is in the steps.
      </Alert>
    );
  }
  if (execution.status === 'PAUSED') {
    return (
      <Alert color="yellow" icon={<IconPlayerPause size={20} />} title="Paused">
        What runs ends; nothing new starts until you resume.
      </Alert>
    );
  }
  const state = states[execution.status];
  if (state) {
    return (
      <Alert color={state.color} variant="light" icon={<state.icon size={20} />} title={state.title}>
        {state.text}
      </Alert>
    );
  }
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
