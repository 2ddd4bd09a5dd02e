import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { PauseExecution, ResumeExecution } from './executions.operations.js';
import { isPausedAt } from './paused-paths.js';
import { useDecision } from './use-decision.js';

interface Properties {
  readonly executionId: string;
  /** A step, a container or a round. */
  readonly path: string;
  /** What is paused, after “Pause”: `this round`. */
  readonly what: string;
  readonly paused: ReadonlySet<string>;
  readonly size?: 'xs' | 'compact-xs';
}

/** Keeps anything new from starting at a place, or lets it go on. */
export function PauseButton({ executionId, path, what, paused, size = 'xs' }: Properties) {
  const [pause] = useMutation(PauseExecution);
  const [resume] = useMutation(ResumeExecution);
  const { busy, decide } = useDecision();
  const variables = { id: executionId, path };
  const isOwn = paused.has(path);
  if (!isOwn && isPausedAt(paused, path)) {
    return (
      <Button size={size} variant="default" disabled leftSection={<IconPlayerPause size={14} />}>
        Paused further out
      </Button>
    );
  }
  return isOwn ? (
    <Button
      size={size}
      leftSection={<IconPlayerPlay size={14} />}
      loading={busy}
      onClick={() =>
        void decide(
          { failed: 'Not resumed' },
          async () => (await resume({ variables })).data?.resumeExecution,
        )
      }
    >
      Resume {what}
    </Button>
  ) : (
    <Button
      size={size}
      variant="default"
      leftSection={<IconPlayerPause size={14} />}
      loading={busy}
      onClick={() =>
        void decide({ failed: 'Not paused' }, async () => (await pause({ variables })).data?.pauseExecution)
      }
    >
      Pause {what}
    </Button>
  );
}
