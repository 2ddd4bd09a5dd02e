import { ActionIcon, Button, NumberInput, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { RowStatus } from '../../graphql/generated/graphql.js';
import { StatusBadge } from '../../ui/status-badge.js';
import classes from './rows.module.css';

interface Properties {
  /** Counted from 1. */
  readonly number: number;
  readonly total: number;
  readonly status: RowStatus | null;
  readonly onChoose: (number: number) => void;
  readonly onDetails: () => void;
}

/** Over the canvas: which row is shown on it, and the way to another. */
export function RowBar({ number, total, status, onChoose, onDetails }: Properties) {
  return (
    <div className={classes.bar} role="group" aria-label="Row on the canvas">
      <ActionIcon aria-label="Row before" disabled={number <= 1} onClick={() => onChoose(number - 1)}>
        <IconChevronLeft size={17} />
      </ActionIcon>
      <Text size="sm" fw={600}>
        Row
      </Text>
      <NumberInput
        size="xs"
        w={74}
        aria-label="Number of the row"
        min={1}
        max={total}
        clampBehavior="strict"
        allowDecimal={false}
        hideControls
        value={number}
        onChange={(next) => typeof next === 'number' && next >= 1 && onChoose(next)}
      />
      <Text size="sm" className="tabular" style={{ whiteSpace: 'nowrap' }}>
        of {total.toLocaleString()}
      </Text>
      <ActionIcon aria-label="Row after" disabled={number >= total} onClick={() => onChoose(number + 1)}>
        <IconChevronRight size={17} />
      </ActionIcon>
      {status && <StatusBadge status={status} />}
      <Button size="compact-xs" variant="subtle" ml="auto" onClick={onDetails}>
        Input and result
      </Button>
    </div>
  );
}
