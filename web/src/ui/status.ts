import {
  IconAlertOctagon,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconClockPause,
  IconHourglass,
  IconCircleOff,
  IconLoader2,
  IconPlayerPause,
  IconPlayerSkipForward,
  IconArrowBackUp,
} from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import type { ExecutionStatus, RowStatus, StepStatus } from '../graphql/generated/graphql.js';

/** How a status looks: never by colour alone. */
export interface StatusLook {
  readonly label: string;
  readonly color: string;
  readonly icon: TablerIcon;
  readonly spins?: boolean;
}

type AnyStatus = ExecutionStatus | StepStatus | RowStatus;

const looks = {
  PENDING: { label: 'Pending', color: 'gray', icon: IconCircleDashed },
  RUNNING: { label: 'Running', color: 'blue', icon: IconLoader2, spins: true },
  PAUSED: { label: 'Paused', color: 'yellow', icon: IconPlayerPause },
  WAITING: { label: 'Waiting', color: 'yellow', icon: IconHourglass },
  BLOCKED: { label: 'Blocked', color: 'orange', icon: IconClockPause },
  CANCELLING: { label: 'Cancelling', color: 'orange', icon: IconLoader2, spins: true },
  COMPENSATING: { label: 'Undoing', color: 'orange', icon: IconArrowBackUp },
  COMPLETED: { label: 'Completed', color: 'teal', icon: IconCircleCheck },
  FAILED: { label: 'Failed', color: 'red', icon: IconAlertOctagon },
  SKIPPED: { label: 'Skipped', color: 'gray', icon: IconPlayerSkipForward },
  CANCELLED: { label: 'Cancelled', color: 'gray', icon: IconBan },
  NOT_RUN: { label: 'Not run', color: 'gray', icon: IconCircleOff },
} as const satisfies Record<AnyStatus, StatusLook>;

export function statusLook(status: AnyStatus): StatusLook {
  return looks[status];
}

const closed: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'CANCELLED']);

/** Whether nothing more will happen to an execution. */
export function isClosed(status: ExecutionStatus): boolean {
  return closed.has(status);
}
