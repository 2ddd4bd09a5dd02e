import { Inject, Injectable } from '@nestjs/common';
import { Client, WorkflowNotFoundError } from '@temporalio/client';
import type { ConnectionLike, WorkflowExecutionDescription } from '@temporalio/client';
import { ExecutionRecorder, ExecutionRewriter, OpenExecutions } from '#persistence';
import type { OpenExecution } from '#persistence';
import { temporalWorkflowId } from '#temporal/contract';
import type { Settings } from '../config.js';
import { LOG } from '../logging/log.js';
import type { Log } from '../logging/log.js';
import { Rebuild } from '../rebuild/rebuild.js';
import { SETTINGS } from '../settings.js';
import { closingRecords } from './closing-records.js';
import type { Closing } from './closing-records.js';
import { parentOf, tellParent } from './parent-step.js';
import { closedByItself, closingOf, unknownToTemporal } from './temporal-end.js';

/** One page of executions is compared at a time. */
const PAGE = 200;

/**
 * Repairs executions that ended where they could not say so, terminated or timed out in Temporal, and tables that have
 * come to differ from the history.
 * Asks Temporal by id, never its search, which is late and slow.
 */
@Injectable()
export class Reconciler {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();
  /** Executions whose tables could not be made anew: each is tried in every round, and told of once. */
  private readonly hopeless = new Set<string>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
    @Inject(OpenExecutions) private readonly open: OpenExecutions,
    @Inject(ExecutionRecorder) private readonly recorder: ExecutionRecorder,
    @Inject(ExecutionRewriter) private readonly rewriter: ExecutionRewriter,
  ) {}

  start(connection: ConnectionLike): void {
    const client = new Client({ connection, namespace: this.settings.TEMPORAL_NAMESPACE });
    const interval = this.settings.SLUICE_RECONCILE_SECONDS * 1_000;
    const round = (): void => {
      this.running = this.reconcile(client, interval)
        .catch((error: unknown) => this.log.warn({ error }, 'Executions could not be compared with Temporal'))
        .then(() => {
          if (this.timer !== null) this.timer = setTimeout(round, interval);
        });
    };
    this.timer = setTimeout(round, interval);
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    await this.running;
  }

  /** Looks once at every open execution that has been quiet for a time; gives how many it closed. */
  async reconcile(client: Client, quietMs: number): Promise<number> {
    const since = new Date(Date.now() - quietMs);
    let closed = 0;
    let after: string | null = null;
    do {
      const page: readonly OpenExecution[] = await this.open.quietSince(since, after, PAGE);
      for (const execution of page) if (await this.repair(client, execution)) closed += 1;
      after = page.length === PAGE ? (page.at(-1)?.id ?? null) : null;
    } while (after !== null);
    for (const id of await this.open.abandoned(quietMs, PAGE)) if (await this.giveUp(client, id)) closed += 1;
    await this.rebuild(client, await this.open.diverged(PAGE));
    return closed;
  }

  private async repair(client: Client, { id, status }: OpenExecution): Promise<boolean> {
    const found = await this.describe(client, id);
    // A pending one has not been started yet: that is for the API, or for the execution it is to run within.
    if (found === null) return status !== 'pending' && this.close(id, unknownToTemporal());
    const closing = closingOf(found.status.name);
    if (closing === null) return false;
    await tellParent(client, parentOf(found.memo), closing);
    if (closedByItself(found.status.name) && (await this.rebuild(client, [id]))) return true;
    return this.close(id, closing, found.closeTime);
  }

  /** One that was to run for a step of an execution that has ended before it could start it. */
  private async giveUp(client: Client, id: string): Promise<boolean> {
    if ((await this.describe(client, id)) !== null) return false;
    return this.close(id, { status: 'cancelled', error: null });
  }

  /** Makes tables anew from their histories. Whether all could be. */
  private async rebuild(client: Client, ids: readonly string[]): Promise<boolean> {
    const { SLUICE_REPLAY_BUNDLE: bundle } = this.settings;
    const failures = await new Rebuild(client, bundle, this.rewriter, this.recorder, this.open).rebuild(ids);
    for (const id of ids) {
      const error = failures.get(id);
      if (error === undefined) {
        this.hopeless.delete(id);
        this.log.warn({ executionId: id }, 'Made the tables of an execution anew from its history');
      } else if (!this.hopeless.has(id)) {
        this.hopeless.add(id);
        this.log.warn(
          { executionId: id, error },
          'The tables of an execution cannot be made from its history',
        );
      }
    }
    return failures.size === 0;
  }

  private async close(id: string, closing: Closing, at: Date = new Date()): Promise<boolean> {
    const unfinished = await this.open.unfinished(id);
    if (unfinished === null) return false;
    await this.recorder.apply(id, closingRecords(unfinished, closing, at.getTime()));
    this.log.warn({ executionId: id, status: closing.status }, 'Closed an execution that had ended unseen');
    return true;
  }

  private async describe(client: Client, id: string): Promise<WorkflowExecutionDescription | null> {
    try {
      return await client.workflow.getHandle(temporalWorkflowId(id)).describe();
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }
}
