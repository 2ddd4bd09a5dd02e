import {
  Button,
  Group,
  Loader,
  NumberInput,
  Progress,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { useState } from 'react';
import type { StepStatus } from '../graphql/generated/graphql.js';
import { statusLook } from '../ui/status.js';
import { countsLine } from './loop-counts.js';
import type { LoopCounts } from './loop-counts.js';
import type { Rounds } from './rounds-context.js';
import { byUrgency } from './shown-instances.js';
import { isOpen } from './step-rows.js';
import type { Round } from './step-rows.js';
import { usePagesOfRounds } from './use-pages-of-rounds.js';
import classes from './round-picker.module.css';

interface Properties {
  readonly rounds: Rounds;
  readonly loop: string;
  readonly shown: number;
  readonly onChoose: (round: number) => void;
}

type Filter = 'all' | 'open' | 'failed';

const statusesOf: Readonly<Record<Filter, readonly StepStatus[]>> = { all: [], open: [], failed: ['FAILED'] };
/** Drawn at once where all rounds are here. */
const MOST_DRAWN = 200;

/** The rounds of a loop: what waits and what failed first, the rest by number. */
export function RoundList({
  rounds: { executionId, rows, counts, paged },
  loop,
  shown,
  onChoose,
}: Properties) {
  const [filter, setFilter] = useState<Filter>('all');
  const [number, setNumber] = useState<number | null>(null);
  const here = byUrgency([...rows.rounds(loop).values()]);
  const pages = usePagesOfRounds(executionId, loop, statusesOf[filter], paged && filter !== 'open');
  const open = here.filter(({ status }) => isOpen(status));
  const local =
    filter === 'open' ? open : here.filter(({ status }) => filter === 'all' || status === 'FAILED');
  const listed = paged && filter !== 'open' ? [...(filter === 'all' ? open : []), ...pages.rounds] : local;
  const count = counts.get(loop);
  return (
    <Stack gap="xs">
      {count && <Counts counts={count} />}
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="Which rounds"
        value={filter}
        onChange={(next) => setFilter(next)}
        data={[
          { value: 'all', label: 'All' },
          { value: 'open', label: `Open (${open.length})` },
          { value: 'failed', label: `Failed (${count?.failed ?? 0})` },
        ]}
      />
      <div className={classes.list} role="list" aria-label="Rounds" tabIndex={0}>
        {listed.slice(0, paged ? undefined : MOST_DRAWN).map((round) => (
          <RoundLine
            key={`${round.index} ${round.status}`}
            round={round}
            shown={round.index === shown}
            onChoose={onChoose}
          />
        ))}
        {listed.length === 0 && !pages.loading && (
          <Text size="sm" c="dimmed" p="xs">
            {filter === 'failed'
              ? 'No round failed.'
              : filter === 'open'
                ? 'No round runs now.'
                : 'No round has ended yet.'}
          </Text>
        )}
        {pages.loading && <Loader size="xs" m="xs" />}
        {paged && filter !== 'open' && pages.more && !pages.loading && (
          <Button size="compact-xs" variant="subtle" onClick={pages.loadMore}>
            Show more of {pages.total.toLocaleString()}
          </Button>
        )}
      </div>
      <Group
        gap="xs"
        wrap="nowrap"
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (number !== null) onChoose(number - 1);
        }}
      >
        <NumberInput
          style={{ flex: 1 }}
          size="xs"
          aria-label="Number of a round"
          placeholder="Number of a round"
          min={1}
          allowDecimal={false}
          hideControls
          value={number ?? ''}
          onChange={(next) => setNumber(typeof next === 'number' ? next : null)}
        />
        <Button type="submit" size="xs" variant="default" disabled={number === null}>
          Go
        </Button>
      </Group>
    </Stack>
  );
}

function Counts({ counts }: { readonly counts: LoopCounts }) {
  const { ended, failed, live, total } = counts;
  const share = (value: number) => (total === null || total === 0 ? 0 : (100 * value) / total);
  return (
    <div>
      <Text size="xs" fw={600} mb={4}>
        {[countsLine(counts), live > 0 ? `${live.toLocaleString()} open` : ''].filter(Boolean).join(', ')}
      </Text>
      {total !== null && (
        <Progress.Root size="sm" aria-label="Rounds that have ended">
          <Progress.Section value={share(ended - failed)} color="teal" />
          <Progress.Section value={share(failed)} color="red" />
        </Progress.Root>
      )}
    </div>
  );
}

interface LineProperties {
  readonly round: Round;
  readonly shown: boolean;
  readonly onChoose: (round: number) => void;
}

function RoundLine({ round: { index, status, why }, shown, onChoose }: LineProperties) {
  const { label, color, icon: Icon } = statusLook(status);
  return (
    <div role="listitem">
      <UnstyledButton
        className={classes.round}
        data-shown={shown || undefined}
        onClick={() => onChoose(index)}
      >
        <Icon size={15} color={`var(--mantine-color-${color}-6)`} aria-hidden />
        <span className="tabular">Round {(index + 1).toLocaleString()}</span>
        <span className={classes.why} title={why || label}>
          {why || label}
        </span>
      </UnstyledButton>
    </div>
  );
}
