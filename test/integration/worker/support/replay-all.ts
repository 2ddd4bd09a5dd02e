import type { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { temporalWorkflowId } from '#temporal/contract';
import { runHistories } from '../../../../apps/worker/src/rebuild/run-histories.js';
import type { RunHistory } from '../../../../apps/worker/src/rebuild/run-histories.js';

/** Replays every run of every execution in the database. Throws for the first that does not go as it did. */
export async function replayAll(client: Client, dataSource: DataSource): Promise<void> {
  const rows = await dataSource.query<{ id: string }[]>(
    `SELECT id FROM workflow_executions ORDER BY created_at`,
  );
  const codePath = process.env['SLUICE_TEST_WORKFLOW_BUNDLE'] ?? '';
  const histories = historiesOf(
    client,
    rows.map(({ id }) => temporalWorkflowId(id)),
  );
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle: { codePath } },
    histories,
  )) {
    if (error !== undefined) throw new Error(`${workflowId} does not replay: ${error.message}`);
  }
}

/** All runs of all executions. */
export async function* historiesOf(
  client: Client,
  workflowIds: readonly string[],
): AsyncGenerator<RunHistory> {
  for (const workflowId of workflowIds) yield* runHistories(client, workflowId);
}
