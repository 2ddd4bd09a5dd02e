import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconRefresh } from '@tabler/icons-react';
import { plural } from '../../ui/format.js';
import { useStarting } from '../use-starting.js';
import { RerunFailedRows } from './bulk.operations.js';
import { rowsToRepeat } from './row-counts.js';
import type { RowCounts } from './use-bulk-rows.js';

interface Properties {
  readonly executionId: string;
  readonly counts: RowCounts;
}

/** Runs the rows that did not complete again, after saying how many; nothing when all did. */
export function RerunFailedButton({ executionId, counts }: Properties) {
  const [rerun] = useMutation(RerunFailedRows, { refetchQueries: ['Executions'] });
  const { busy, begin } = useStarting();
  const count = rowsToRepeat(counts);
  if (count === 0) return null;

  function start() {
    void begin(
      'The rows were not started',
      async () => (await rerun({ variables: { id: executionId } })).data?.rerunFailedRows,
    );
  }

  function ask() {
    modals.openConfirmModal({
      title: `Run ${plural(count, 'row')} again?`,
      children: (
        <Text size="sm">
          {describe(counts)} They become a new run with a table of their own, of the same version and over the
          same documents. This run stays as it is.
        </Text>
      ),
      labels: { confirm: `Run ${plural(count, 'row')}`, cancel: 'Not now' },
      onConfirm: start,
    });
  }

  return (
    <Button size="xs" leftSection={<IconRefresh size={15} />} loading={busy} onClick={ask}>
      Run the failed rows again ({count.toLocaleString()})
    </Button>
  );
}

/** `3 rows failed, 2 were cancelled and 10 were not run.` */
function describe({ failed, cancelled, notRun }: RowCounts): string {
  const parts = [
    failed > 0 ? `${plural(failed, 'row')} failed` : '',
    cancelled > 0 ? `${plural(cancelled, 'row')} had been cancelled` : '',
    notRun > 0 ? `${plural(notRun, 'row')} had not begun` : '',
  ].filter(Boolean);
  return `${parts.join(', ')}.`;
}
