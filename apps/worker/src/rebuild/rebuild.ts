import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client, WorkflowExecutionDescription } from '@temporalio/client';
import { UnknownExecutionError } from '#persistence';
import type { ExecutionRecorder, ExecutionRewriter, OpenExecutions } from '#persistence';
import { temporalWorkflowId } from '#temporal/contract';
import { closingRecords } from '../reconciler/closing-records.js';
import { closingOf } from '../reconciler/temporal-end.js';
import { ReplayedExecution, replayExecutions } from './replay-executions.js';
import { runHistories } from './run-histories.js';
import type { RunHistory } from './run-histories.js';

/** Temporal has no history of the execution: it was never started there, or it is older than what is kept. */
export class NoHistoryError extends Error {
  override readonly name = 'NoHistoryError';

  constructor(executionId: string) {
    super(`Temporal has no history of the execution ${executionId}.`);
  }
}

/** Executions whose happenings are in memory at the same time. */
const BATCH = 20;

/**
 * Makes the tables of executions from their histories. Those of one that has ended are emptied and written anew; to
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
   * Gives those that could not be done, with the reason: a NoHistoryError, a ReplayError when another version of the
   * engine made the history, an UnknownExecutionError when the execution's own row is not there.
   */
  async rebuild(executionIds: readonly string[]): Promise<ReadonlyMap<string, Error>> {
    const failures = new Map<string, Error>();
    for (let from = 0; from < executionIds.length; from += BATCH)
      await this.rebuildBatch(executionIds.slice(from, from + BATCH), failures);
    return failures;
  }

  private async rebuildBatch(ids: readonly string[], failures: Map<string, Error>): Promise<void> {
    const found = new Map<string, WorkflowExecutionDescription>();
    for (const id of ids) {
      const description = await this.describe(id);
      if (description === null) failures.set(id, new NoHistoryError(id));
      else found.set(id, description);
    }
    const replayed = await replayExecutions(this.histories([...found.keys()]), this.bundlePath);
    for (const [id, description] of found) {
      const execution = replayed.get(temporalWorkflowId(id)) ?? new ReplayedExecution();
      const failure = execution.error ?? (await this.write(id, description, execution));
      if (failure !== null) failures.set(id, failure);
    }
  }

  private async write(
    id: string,
    { status, closeTime }: WorkflowExecutionDescription,
    execution: ReplayedExecution,
  ): Promise<Error | null> {
    const closing = closingOf(status.name);
    const ended = closing !== null;
    try {
      await this.rewriter.rewrite(id, execution.happenings({ ended }), { anew: ended });
    } catch (error) {
      if (error instanceof UnknownExecutionError) return error;
      throw error;
    }
    const unfinished = ended ? await this.open.unfinished(id) : null;
    if (closing !== null && unfinished !== null) {
      const at = (closeTime ?? new Date()).getTime();
      await this.recorder.apply(id, closingRecords(unfinished, closing, at));
    }
    return null;
  }

  private async *histories(ids: readonly string[]): AsyncGenerator<RunHistory> {
    for (const id of ids) yield* runHistories(this.client, temporalWorkflowId(id));
  }

  private async describe(id: string): Promise<WorkflowExecutionDescription | null> {
    try {
      return await this.client.workflow.getHandle(temporalWorkflowId(id)).describe();
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }
}
