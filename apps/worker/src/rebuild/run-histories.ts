import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client, WorkflowHandle } from '@temporalio/client';

/** Of gRPC. */
const NOT_FOUND = 5;

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

export interface RunHistory {
  readonly workflowId: string;
  readonly history: History;
}

/** The histories of all runs of an execution: the latest first, and from there back to the first. */
export async function* runHistories(client: Client, workflowId: string): AsyncGenerator<RunHistory> {
  let history = await historyOf(client.workflow.getHandle(workflowId));
  while (history !== null) {
    yield { workflowId, history };
    const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    const earlier = started?.continuedExecutionRunId ?? '';
    history = earlier === '' ? null : await historyOf(client.workflow.getHandle(workflowId, earlier));
  }
}

/** Null when the server does not have it: never started, or deleted since. */
async function historyOf(handle: WorkflowHandle): Promise<History | null> {
  try {
    return await handle.fetchHistory();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    if (error instanceof Error && 'code' in error && error.code === NOT_FOUND) return null;
    throw error;
  }
}
