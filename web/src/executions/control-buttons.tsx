import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import type { ExecutionStatus } from '../graphql/generated/graphql.js';
import { isClosed } from '../ui/status.js';
import { CancelExecution, PauseExecution, ResumeExecution } from './executions.operations.js';
import { useDecision } from './use-decision.js';

interface Properties {
  readonly id: string;
  readonly status: ExecutionStatus;
}

/** Pause, resume and cancel, as far as they make sense now. */
export function ControlButtons({ id, status }: Properties) {
  const [pause, pausing] = useMutation(PauseExecution, { variables: { id } });
  const [resume, resuming] = useMutation(ResumeExecution, { variables: { id } });
  const [cancel, cancelling] = useMutation(CancelExecution, { variables: { id } });

  const { decide } = useDecision();

  function askToCancel() {
    modals.openConfirmModal({
      title: 'Cancel this execution?',
      children: (
        <Text size="sm">
          What runs is stopped and nothing new starts; what has to be tidied up or undone still is. An
          execution that was cancelled cannot go on.
        </Text>
      ),
      labels: { confirm: 'Cancel the execution', cancel: 'Let it run' },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        void decide(
          { failed: 'The execution was not cancelled' },
          async () => (await cancel()).data?.cancelExecution,
        ),
    });
  }

  if (isClosed(status)) return null;
  return (
    <>
      {status === 'PAUSED' ? (
        <Button
          leftSection={<IconPlayerPlay size={16} />}
          loading={resuming.loading}
          onClick={() =>
            void decide(
              { failed: 'The execution was not resumed' },
              async () => (await resume()).data?.resumeExecution,
            )
          }
        >
          Resume
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} />}
          disabled={status === 'CANCELLING' || status === 'COMPENSATING'}
          loading={pausing.loading}
          onClick={() =>
            void decide(
              { failed: 'The execution was not paused' },
              async () => (await pause()).data?.pauseExecution,
            )
          }
        >
          Pause
        </Button>
      )}
      <Button
        variant="default"
        c="red"
        leftSection={<IconPlayerStop size={16} />}
        disabled={status === 'CANCELLING' || status === 'COMPENSATING'}
        loading={cancelling.loading}
        onClick={askToCancel}
      >
        Cancel
      </Button>
    </>
  );
}
