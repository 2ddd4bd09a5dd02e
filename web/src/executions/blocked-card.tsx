import { useMutation } from '@apollo/client/react';
import { Button, Code, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconHandStop, IconPlayerSkipForward, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { JsonObject, StepDefinition } from '#definition';
import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { DecisionCard } from './decision-card.js';
import { GiveUpStep, RetryStep, SkipStep } from './decisions.operations.js';
import { adviceFor } from './error-advice.js';
import { readableTimes } from './readable-times.js';
import { RetryForm } from './retry-form.js';
import { SkipForm } from './skip-form.js';
import { useDecision } from './use-decision.js';

interface Properties {
  readonly executionId: string;
  readonly row: StepRowFragment;
  readonly step: StepDefinition;
}

type Way = 'retry' | 'skip' | null;

/** A step that failed and waits for a person: try again, go on without it, or let it fail. */
export function BlockedCard({ executionId, row, step }: Properties) {
  const [way, setWay] = useState<Way>(null);
  const [retry] = useMutation(RetryStep);
  const [skip] = useMutation(SkipStep);
  const [giveUp] = useMutation(GiveUpStep);
  const { busy, decide } = useDecision();
  const at = { id: executionId, path: row.path };

  function tryAgain(configuration: JsonObject | null) {
    void decide(
      { failed: 'Not tried again' },
      async () => (await retry({ variables: { ...at, configuration } })).data?.retryStep,
    ).then((done) => done && setWay(null));
  }

  function goOn(output: JsonObject | null) {
    void decide(
      { failed: 'Not skipped' },
      async () => (await skip({ variables: { ...at, output } })).data?.skipStep,
    ).then((done) => done && setWay(null));
  }

  function askToGiveUp() {
    modals.openConfirmModal({
      title: `Give up on “${row.name}”?`,
      children: (
        <Text size="sm">
          The step fails for good with the error below. What depends on it fails or takes its error port; this
          cannot be taken back.
        </Text>
      ),
      labels: { confirm: 'Give up', cancel: 'Keep waiting' },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        void decide(
          { failed: 'Not given up' },
          async () => (await giveUp({ variables: at })).data?.giveUpStep,
        ),
    });
  }

  return (
    <DecisionCard icon={IconHandStop} title="This step is blocked" color="orange" dueAt={row.dueAt}>
      {row.error && (
        <div>
          <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
            {row.error.message}
          </Text>
          <Text size="xs" c="dimmed" mt={2}>
            <Code>{row.error.code}</Code> after{' '}
            {row.attempt === 1 ? 'one attempt' : `${row.attempt} attempts`}. {adviceFor(row.error.code)}
          </Text>
        </div>
      )}
      <Text size="xs" c="dimmed">
        {readableTimes(row.waitsFor ?? row.reason ?? '')}
      </Text>
      {way === 'retry' && (
        <RetryForm row={row} step={step} busy={busy} onRetry={tryAgain} onClose={() => setWay(null)} />
      )}
      {way === 'skip' && <SkipForm step={step} busy={busy} onSkip={goOn} onClose={() => setWay(null)} />}
      {way === null && (
        <Group gap="xs">
          <Button
            px={12}
            leftSection={<IconRefresh size={16} />}
            disabled={busy}
            onClick={() => setWay('retry')}
          >
            Retry…
          </Button>
          <Button
            px={12}
            variant="default"
            leftSection={<IconPlayerSkipForward size={16} />}
            disabled={busy}
            onClick={() => setWay('skip')}
          >
            Skip…
          </Button>
          <Button px={12} variant="default" c="red" disabled={busy} onClick={askToGiveUp}>
            Give up
          </Button>
        </Group>
      )}
    </DecisionCard>
  );
}
