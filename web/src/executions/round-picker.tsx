import { ActionIcon, Popover, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { statusLook } from '../ui/status.js';
import { RoundList } from './round-list.js';
import { useRounds } from './rounds-context.js';
import classes from './round-picker.module.css';

/** In the head of a loop: which round is shown inside, and the way to another. */
export function RoundPicker({ stepId }: { readonly stepId: string }) {
  const rounds = useRounds();
  const [opened, setOpened] = useState(false);
  const loop = rounds?.paths.get(stepId);
  const shown = loop === undefined ? undefined : rounds?.shown.get(loop);
  if (!rounds || loop === undefined || shown === undefined) return null;
  const counts = rounds.counts.get(loop);
  const begun = (counts?.ended ?? 0) + (counts?.live ?? 0);
  const status = rounds.statusOf(loop, shown);
  const look = status && statusLook(status);
  return (
    <div className={`${classes.picker} nodrag nopan`}>
      <ActionIcon
        size="sm"
        aria-label="Round before"
        disabled={shown === 0}
        onClick={() => rounds.choose(loop, shown - 1)}
      >
        <IconChevronLeft size={15} />
      </ActionIcon>
      <Popover
        opened={opened}
        onChange={setOpened}
        width={330}
        position="bottom"
        shadow="md"
        withinPortal
        trapFocus
      >
        <Popover.Target>
          <UnstyledButton
            className={classes.button}
            data-rounds={stepId}
            aria-label={`Round ${shown + 1}, choose another`}
            onClick={() => setOpened((open) => !open)}
          >
            {look && (
              <look.icon size={14} color={`var(--mantine-color-${look.color}-6)`} aria-label={look.label} />
            )}
            <span className={classes.words}>
              Round {(shown + 1).toLocaleString()}
              {begun > 0 && ` of ${Math.max(begun, counts?.total ?? 0).toLocaleString()}`}
            </span>
            <IconChevronDown size={13} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p="xs">
          {opened && (
            <RoundList
              rounds={rounds}
              loop={loop}
              shown={shown}
              onChoose={(round) => {
                rounds.choose(loop, round);
                setOpened(false);
              }}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        size="sm"
        aria-label="Round after"
        disabled={shown + 1 >= Math.max(begun, shown + 1)}
        onClick={() => rounds.choose(loop, shown + 1)}
      >
        <IconChevronRight size={15} />
      </ActionIcon>
    </div>
  );
}
