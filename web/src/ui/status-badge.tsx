import { Badge } from '@mantine/core';
import type { ExecutionStatus, RowStatus, StepStatus } from '../graphql/generated/graphql.js';
import { statusLook } from './status.js';
import classes from './status-badge.module.css';

interface Properties {
  readonly status: ExecutionStatus | StepStatus | RowStatus;
  readonly size?: 'sm' | 'md' | 'lg';
}

/** A status as icon and word. */
export function StatusBadge({ status, size = 'md' }: Properties) {
  const { label, color, icon: Icon, spins } = statusLook(status);
  return (
    <Badge
      color={color}
      variant="light"
      size={size}
      radius="sm"
      tt="none"
      fw={600}
      className={classes.badge}
      leftSection={<Icon size={13} className={spins ? classes.spins : undefined} aria-hidden />}
    >
      {label}
    </Badge>
  );
}
