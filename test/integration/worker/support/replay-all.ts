import type { Client, WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { temporalWorkflowId } from '#temporal/contract';

/** Of gRPC. */
const NOT_FOUND = 5;

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

interface Replayed {
  readonly workflowId: string;
  readonly history: History;
}

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

/** Latest run first, and from there back to the first. */
async function* historiesOf(client: Client, workflowIds: readonly string[]): AsyncGenerator<Replayed> {
  for (const workflowId of workflowIds) {
    let history = await historyOf(client.workflow.getHandle(workflowId));
    while (history !== null) {
      yield { workflowId, history };
      const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
      const earlier = started?.continuedExecutionRunId ?? '';
      history = earlier === '' ? null : await historyOf(client.workflow.getHandle(workflowId, earlier));
    }
  }
}

/** Null for one that was never started. */
async function historyOf(handle: WorkflowHandle): Promise<History | null> {
  try {
    return await handle.fetchHistory();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_FOUND) return null;
    throw error;
  }
}
