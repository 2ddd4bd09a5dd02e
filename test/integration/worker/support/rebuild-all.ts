import assert from 'node:assert/strict';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { ExecutionRecorder, ExecutionRewriter, OpenExecutions } from '#persistence';
import { NoHistoryError, Rebuild } from '../../../../apps/worker/src/rebuild/rebuild.js';
import { projectedTables } from '../../../support/projected-tables.js';
import type { ProjectedTables } from '../../../support/projected-tables.js';

/** On a database of a test. */
export function rebuildOn(client: Client, dataSource: DataSource): Rebuild {
  return new Rebuild(
    client,
    process.env['SLUICE_TEST_REPLAY_BUNDLE'] ?? '',
    new ExecutionRewriter(dataSource),
    new ExecutionRecorder(dataSource),
    new OpenExecutions(dataSource),
  );
}

interface Ended {
  readonly id: string;
  readonly diverged: boolean;
  readonly terminated: boolean;
  readonly timedOut: boolean;
}

const ENDED = `
SELECT e.id, e.diverged, e.error ->> 'code' IS NOT DISTINCT FROM 'TERMINATED' AS terminated,
  EXISTS (SELECT FROM workflow_steps s
    WHERE s.execution_id = e.id AND s.error ->> 'code' = 'STEP_TIMEOUT') AS "timedOut"
FROM workflow_executions e WHERE e.status IN ('completed', 'failed', 'cancelled') ORDER BY e.created_at`;

/**
 * Makes the tables of every execution that has ended anew from its history, and expects to find them as they were,
 * unless they are known to differ.
 */
export async function rebuildAll(client: Client, dataSource: DataSource): Promise<void> {
  const all = await dataSource.query<Ended[]>(ENDED);
  const looks = () =>
    Promise.all(all.map(async (ended) => comparable(ended, await projectedTables(dataSource, ended.id))));
  const before = await looks();
  const failures = await rebuildOn(client, dataSource).rebuild(all.map(({ id }) => id));
  for (const failure of failures.values())
    // One that was never started has no history, and nothing to be made from it.
    if (!(failure instanceof NoHistoryError)) throw failure;
  const after = await looks();
  all.forEach(({ diverged }, index) => {
    if (!diverged) assert.deepEqual(after[index], before[index]);
  });
}

/** Of what runs when Temporal cuts it off, the history knows neither when it began nor what it still wrote. */
function comparable({ terminated, timedOut }: Ended, tables: ProjectedTables): object {
  const { execution, steps, variables, conditions } = tables;
  if (terminated) return { execution: timeless(execution), variables, conditions };
  if (timedOut) return { execution: timeless(execution), steps: steps.map(timeless), variables, conditions };
  return tables;
}

const TIMES: readonly string[] = ['started_at', 'completed_at', 'duration_ms', 'sequence'];

function timeless(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !TIMES.includes(name)));
}
