import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client, WorkflowExecutionDescription } from '@temporalio/client';
import type { ExecutionRecorder, ExecutionRewriter, OpenExecutions } from '#persistence';
import { temporalWorkflowId } from '#temporal/contract';
import { closingRecords } from '../reconciler/closing-records.js';
import { closingOf } from '../reconciler/temporal-end.js';
import { replayHappenings } from './replay-happenings.js';
import { runHistories } from './run-histories.js';

/** Temporal has no history of the execution: it was never started there, or it is older than what is kept. */
export class NoHistoryError extends Error {
  override readonly name = 'NoHistoryError';

  constructor(executionId: string) {
    super(`Temporal has no history of the execution ${executionId}.`);
  }
}

/**
 * Makes the tables of an execution from its history. Those of one that has ended are emptied and written anew; to
 * those of an open one only what is missing is added, since its steps write to them as they run.
 */
export class Rebuild {
  constructor(
    private readonly client: Client,
    /** The workflow code that tells what it asks for. */
    private readonly bundlePath: string,
    private readonly rewriter: ExecutionRewriter,
    private readonly recorder: ExecutionRecorder,
    private readonly open: OpenExecutions,
  ) {}

  /**
   * @throws NoHistoryError
   * @throws ReplayError when the history was made by another version of the engine
   * @throws UnknownExecutionError when the execution's own row is not there
   */
  async rebuild(executionId: string): Promise<void> {
    const workflowId = temporalWorkflowId(executionId);
    const description = await this.describe(executionId, workflowId);
    const closing = closingOf(description.status.name);
    const ended = closing !== null;
    const histories = runHistories(this.client, workflowId);
    const happenings = await replayHappenings(histories, this.bundlePath, { ended });
    await this.rewriter.rewrite(executionId, happenings, { anew: ended });
    const unfinished = ended ? await this.open.unfinished(executionId) : null;
    if (closing === null || unfinished === null) return;
    const at = (description.closeTime ?? new Date()).getTime();
    await this.recorder.apply(executionId, closingRecords(unfinished, closing, at));
  }

  private async describe(executionId: string, workflowId: string): Promise<WorkflowExecutionDescription> {
    try {
      return await this.client.workflow.getHandle(workflowId).describe();
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) throw new NoHistoryError(executionId);
      throw error;
    }
  }
}
