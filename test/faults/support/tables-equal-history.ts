import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { ExecutionRecorder, ExecutionRewriter, OpenExecutions, WorkflowExecution } from '#persistence';
import { Rebuild } from '../../../apps/worker/src/rebuild/rebuild.js';
import { projectedTables } from '../../support/projected-tables.js';
import { quietRuntime } from '../../support/quiet-runtime.js';
import { repositoryRoot } from '../../support/repository-root.mjs';
import { eventually } from './product-run.js';

/** What only a worker could tell that was killed before it did. */
const TIMES: readonly string[] = ['started_at', 'completed_at', 'duration_ms', 'created_at', 'sequence'];

type Row = Readonly<Record<string, unknown>>;

/**
 * Makes the tables of an execution that has ended anew from its history, and says in which rows they were otherwise
 * before; null when in none. Where the product itself knows of a difference it gets the time to mend it. Of an attempt whose worker was lost, the times are not compared: history does not know them.
 */
export async function differenceFromHistory(
  client: Client,
  dataSource: DataSource,
  executionId: string,
): Promise<string | null> {
  quietRuntime();
  const rebuild = new Rebuild(
    client,
    join(repositoryRoot, 'dist', 'replay-bundle.js'),
    new ExecutionRewriter(dataSource),
    new ExecutionRecorder(dataSource),
    new OpenExecutions(dataSource),
  );
  await untilMended(dataSource, executionId);
  const before = await rowsOf(dataSource, executionId);
  const failures = await rebuild.rebuild([executionId]);
  if (failures.size > 0) return `${executionId}: ${failures.get(executionId)?.message}`;
  const after = await rowsOf(dataSource, executionId);
  if (isDeepStrictEqual(before, after)) return null;
  const gone = before.filter((row) => !after.includes(row));
  const come = after.filter((row) => !before.includes(row));
  return `${executionId}: only in the tables: ${gone.slice(0, 3).join('; ')}. Only in history: ${come.slice(0, 3).join('; ')}.`;
}

async function untilMended(dataSource: DataSource, id: string): Promise<void> {
  const row = { where: { id }, select: { id: true, diverged: true } } as const;
  await eventually(
    async () => !(await dataSource.getRepository(WorkflowExecution).findOneOrFail(row)).diverged,
    `the tables of ${id} are mended`,
    30,
  );
}

async function rowsOf(dataSource: DataSource, executionId: string): Promise<readonly string[]> {
  const tables = await projectedTables(dataSource, executionId);
  return Object.entries(tables).flatMap(([table, rows]) =>
    [rows as Row | readonly Row[]].flat().map((row) => `${table} ${JSON.stringify(comparable(row))}`),
  );
}

function comparable(row: Row): Row {
  if (!isLost(row['error'])) return row;
  return Object.fromEntries(Object.entries(row).filter(([column]) => !TIMES.includes(column)));
}

function isLost(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'WORKER_LOST';
}
