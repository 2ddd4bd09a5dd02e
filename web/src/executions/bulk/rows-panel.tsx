import { ActionIcon, Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { FailureNotice } from '../../ui/failure-notice.js';
import { statusLook } from '../../ui/status.js';
import { RerunFailedButton } from './rerun-failed-button.js';
import { ResultsMenu } from './results-menu.js';
import { countedStatuses } from './row-counts.js';
import { RowsTable } from './rows-table.js';
import type { RowCounts } from './use-bulk-rows.js';
import { useRowPages } from './use-row-pages.js';
import type { RowFilter } from './use-row-pages.js';
import classes from './rows.module.css';

interface Properties {
  readonly execution: { readonly id: string; readonly name: string; readonly sequence: number };
  readonly closed: boolean;
  /** Number of the row that is shown on the canvas. */
  readonly shown: number;
  readonly onOpen: (path: string) => void;
}

/** The rows of a table: filtered, page by page, with what can be done with all of them. */
export function RowsPanel({ execution, closed, shown, onOpen }: Properties) {
  const { id, name, sequence } = execution;
  const { page, error, refetch, filter, before, choose, forward, back } = useRowPages(id, sequence);
  if (!page) {
    return error ? (
      <FailureNotice error={error} onRetry={() => void refetch().catch(() => undefined)} />
    ) : (
      <Skeleton height={160} m="md" role="status" aria-label="Loading" />
    );
  }
  const { nodes, totalCount, pageInfo, counts } = page;
  return (
    <div className={classes.panel}>
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          aria-label="Which rows"
          value={filter}
          onChange={choose}
          data={filtersOf(counts, filter)}
        />
        <Group gap="xs">
          <ResultsMenu executionId={id} name={name} />
          {closed && <RerunFailedButton executionId={id} counts={counts} />}
        </Group>
      </div>
      <div className={classes.list}>
        {nodes.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            {filter === 'ALL'
              ? 'There are no rows.'
              : `No row is ${statusLook(filter).label.toLowerCase()} now.`}
          </Text>
        ) : (
          <RowsTable rows={nodes} shown={shown} onOpen={onOpen} />
        )}
      </div>
      {(before > 0 || pageInfo.hasNextPage) && (
        <div className={classes.foot}>
          <Text size="xs" c="dimmed" className="tabular" role="status">
            {(before + 1).toLocaleString()}–{(before + nodes.length).toLocaleString()} of{' '}
            {totalCount.toLocaleString()}
          </Text>
          <ActionIcon aria-label="Page before" disabled={before === 0} onClick={back}>
            <IconChevronLeft size={17} />
          </ActionIcon>
          <ActionIcon aria-label="Page after" disabled={!pageInfo.hasNextPage} onClick={forward}>
            <IconChevronRight size={17} />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}

/** Statuses that no row has are left out, but for the one that is chosen. */
function filtersOf(counts: RowCounts, chosen: RowFilter): { value: RowFilter; label: string }[] {
  const counted = countedStatuses(counts);
  const all = counted.reduce((sum, { count }) => sum + count, 0);
  const listed =
    chosen === 'ALL' || counted.some(({ status }) => status === chosen)
      ? counted
      : [...counted, { status: chosen, count: 0 }];
  return [
    { value: 'ALL', label: `All (${all.toLocaleString()})` },
    ...listed.map(({ status, count }) => ({
      value: status,
      label: `${statusLook(status).label} (${count.toLocaleString()})`,
    })),
  ];
}
