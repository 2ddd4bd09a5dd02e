import { useMutation } from '@apollo/client/react';
import { Button, Group, Text, ThemeIcon } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { ResumeExecution } from './executions.operations.js';
import type { PausedPlace } from './paused-places.js';
import { useDecision } from './use-decision.js';
import classes from './needs-you-notice.module.css';

/** So many have a button of their own; the panel of each step has one too. */
const MOST_NAMED = 3;

interface Properties {
  readonly executionId: string;
  readonly places: readonly PausedPlace[];
  readonly onOpen: (path: string) => void;
}

/** Says at the top of the page where nothing new starts, and lets it go on. */
export function PausedNotice({ executionId, places, onOpen }: Properties) {
  const [resume] = useMutation(ResumeExecution);
  const { busy, decide } = useDecision();
  if (places.length === 0) return null;
  const more = places.length - MOST_NAMED;

  function goOn(path: string) {
    void decide({ failed: 'Not resumed' }, async () => {
      return (await resume({ variables: { id: executionId, path } })).data?.resumeExecution;
    });
  }

  return (
    <section className={classes.notice} aria-label="Paused places">
      <ThemeIcon size={28} radius="xl" color="yellow" variant="light">
        <IconPlayerPause size={17} aria-hidden />
      </ThemeIcon>
      <Text size="sm" className={classes.text}>
        <b>Paused:</b> nothing new starts here until it is resumed.
      </Text>
      <Group gap="xs">
        {places.slice(0, MOST_NAMED).map(({ path, words }) => (
          <Button.Group key={path}>
            <Button size="xs" variant="default" onClick={() => onOpen(path)}>
              {words}
            </Button>
            <Button
              size="xs"
              leftSection={<IconPlayerPlay size={14} />}
              loading={busy}
              aria-label={`Resume ${words}`}
              onClick={() => goOn(path)}
            >
              Resume
            </Button>
          </Button.Group>
        ))}
        {more > 0 && <Text size="xs">and {more} more</Text>}
      </Group>
    </section>
  );
}
