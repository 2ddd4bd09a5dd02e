import { Group } from '@mantine/core';
import { roundOfPath, roundWord } from './instance-path.js';
import { PauseButton } from './pause-button.js';

interface Properties {
  readonly executionId: string;
  readonly path: string;
  /** The container that the step is, if it is one, and the round that is shown of it. */
  readonly container: 'loop' | 'try' | null;
  readonly shownRound: string | null;
  /** Whether anything may still start at a step or in a round. */
  readonly isOpen: (path: string) => boolean;
  readonly paused: ReadonlySet<string>;
}

/** Pause and resume of a step, of a container, and of the round that is shown or that the step stands in. */
export function StepPauses({ executionId, path, container, shownRound, isOpen, paused }: Properties) {
  const own = container === 'loop' ? 'the loop' : container === 'try' ? 'all inside' : 'this step';
  const around = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const round = shownRound ?? (roundOfPath(around) ? around : null);
  const openRound = round !== null && isOpen(round) ? round : null;
  if (!isOpen(path) && openRound === null) return null;
  return (
    <Group gap="xs">
      {isOpen(path) && <PauseButton executionId={executionId} path={path} what={own} paused={paused} />}
      {openRound !== null && (
        <PauseButton executionId={executionId} path={openRound} what={wordFor(openRound)} paused={paused} />
      )}
    </Group>
  );
}

function wordFor(path: string): string {
  const round = roundOfPath(path);
  return round === null ? path : roundWord(round.loop, round.index);
}
