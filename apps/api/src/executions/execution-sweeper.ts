import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { ExecutionsRepository } from '#persistence';
import type { Cursor } from '#persistence';
import { Log } from '../logging/log.js';
import { EngineUnavailable } from '../temporal/execution-engine.js';
import { ExecutionStarter } from './execution-starter.js';

const INTERVAL_MS = 5_000;
/** A start that is under way gets this long before it is repeated. */
const GRACE_MS = 5_000;
const PAGE = 50;

/**
 * Starts what a crash, or Temporal being away, left pending between its row and its start. Every
 * process does it: starting is idempotent.
 */
@Injectable()
export class ExecutionSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private after: Cursor | null = null;
  private stopped = false;

  constructor(
    private readonly executions: ExecutionsRepository,
    private readonly starter: ExecutionStarter,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.sweep()
        .catch((error: unknown) =>
          this.log.warn({ err: error }, 'pending executions could not be looked through'),
        )
        .finally(() => this.schedule());
    }, INTERVAL_MS);
    this.timer.unref();
  }

  /** One page a round, so that executions nobody works on yet do not hide those behind them. */
  private async sweep(): Promise<void> {
    const pending = await this.executions.listPending(GRACE_MS, this.after, PAGE);
    const last = pending.length === PAGE ? pending.at(-1) : undefined;
    this.after = last ? { at: last.createdAt.toISOString(), id: last.id } : null;
    for (const execution of pending) {
      try {
        await this.starter.start(execution);
      } catch (error) {
        if (error instanceof EngineUnavailable) return;
        this.log.error({ err: error, executionId: execution.id }, 'a pending execution could not be started');
      }
    }
  }
}
