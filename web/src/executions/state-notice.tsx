import { Alert } from '@mantine/core';
import { IconArrowBackUp, IconBan, IconHandStop, IconHourglass, IconPlayerPause } from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import type { ExecutionStatus } from '../graphql/generated/graphql.js';

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
  PAUSED: {
    color: 'yellow',
    icon: IconPlayerPause,
    title: 'Paused',
    text: 'What runs ends; nothing new starts until you resume.',
  },
  CANCELLED: {
    color: 'gray',
    icon: IconBan,
    title: 'Cancelled',
    text: 'Nothing more happens here. What had finished before is in the steps.',
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

export function hasStateNotice(status: ExecutionStatus): boolean {
  return states[status] !== undefined;
}

/** Says what an execution does that neither runs nor has come to an end of its own; nothing for others. */
export function StateNotice({ status }: { readonly status: ExecutionStatus }) {
  const state = states[status];
  if (!state) return null;
  return (
    <Alert color={state.color} variant="light" icon={<state.icon size={20} />} title={state.title}>
      {state.text}
    </Alert>
  );
}
