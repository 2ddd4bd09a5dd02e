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

/** Ends that Temporal made: of what runs then, the history knows neither when it began nor what it still wrote. */
const MADE_BY_TEMPORAL = ['TERMINATED', 'STEP_TIMEOUT'];

/** Makes the tables of every execution that has ended anew from its history, and expects to find them as they were. */
export async function rebuildAll(client: Client, dataSource: DataSource): Promise<void> {
  const rebuild = rebuildOn(client, dataSource);
  const ended = await dataSource.query<{ id: string; cutOff: boolean }[]>(
    `SELECT e.id, EXISTS (SELECT FROM workflow_steps s
       WHERE s.execution_id = e.id AND s.error ->> 'code' = ANY ($1)) AS "cutOff"
     FROM workflow_executions e WHERE e.status IN ('completed', 'failed', 'cancelled') ORDER BY e.created_at`,
    [MADE_BY_TEMPORAL],
  );
  for (const { id, cutOff } of ended) {
    const look = async (): Promise<object> => {
      const tables = await projectedTables(dataSource, id);
      return cutOff ? outlineOf(tables) : tables;
    };
    const before = await look();
    const known = await rebuild.rebuild(id).then(() => true, unlessNeverStarted);
    if (known) expect(await look()).toEqual(before);
  }
}

/** One that was never started has no history, and nothing to be made from it. */
function unlessNeverStarted(error: unknown): boolean {
  if (error instanceof NoHistoryError) return false;
  throw error;
}

/** Everything but times and the log. */
function outlineOf({ execution, steps, variables, conditions }: ProjectedTables): object {
  const timeless = (row: object): object =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !TIMES.includes(name)));
  return { execution: timeless(execution), steps: steps.map(timeless), variables, conditions };
}

const TIMES: readonly string[] = ['started_at', 'completed_at', 'duration_ms', 'sequence'];
