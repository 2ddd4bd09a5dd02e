import { setTimeout as sleep } from 'node:timers/promises';
import { NativeConnection, Worker } from '@temporalio/worker';
import { Inject, Injectable } from '@nestjs/common';
import { registerSearchAttributes } from '#temporal/contract';
import type { Settings } from '../config.js';
import { ACTIVITIES } from '../activities/activities.js';
import { LOG } from '../logging/log.js';
import type { Log } from '../logging/log.js';
import { SETTINGS } from '../settings.js';
import { workerOptions } from './worker-options.js';

/** Between two tries to reach a Temporal server that is not up yet. Milliseconds. */
const RETRY_MS = 1_000;

/** The task queues this process serves: one Temporal worker each, on one connection. */
@Injectable()
export class TemporalWorkers {
  private connection: NativeConnection | null = null;
  private workers: readonly Worker[] = [];
  private running: Promise<unknown> = Promise.resolve();
  private stopping = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(ACTIVITIES) private readonly activities: object,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** True while every worker polls. */
  get ready(): boolean {
    return this.workers.length > 0 && this.workers.every((worker) => worker.getState() === 'RUNNING');
  }

  /**
   * Connects, waiting for the server if it is not up yet, and begins to poll. `ended` settles when
   * the workers have ended: rejected when one of them broke.
   */
  async start(): Promise<{ readonly connection: NativeConnection; readonly ended: Promise<unknown> }> {
    const connection = await this.connect();
    this.connection = connection;
    await registerSearchAttributes(connection, this.settings.TEMPORAL_NAMESPACE);
    this.workers = await Promise.all(
      this.settings.SLUICE_WORKER_QUEUES.map((queue) =>
        Worker.create(workerOptions(queue, connection, this.activities, this.settings)),
      ),
    );
    this.running = Promise.all(this.workers.map((worker) => worker.run()));
    this.running.catch((error: unknown) => this.log.error({ error }, 'A worker broke'));
    this.log.info({ queues: this.settings.SLUICE_WORKER_QUEUES }, 'Serving task queues');
    return { connection, ended: this.running };
  }

  /** Takes no more tasks, lets running steps end within the grace time, then disconnects. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await this.running.catch(() => undefined);
    this.workers = [];
    await this.connection?.close();
    this.connection = null;
  }

  private async connect(): Promise<NativeConnection> {
    const address = this.settings.TEMPORAL_ADDRESS;
    for (let attempt = 1; ; attempt++) {
      try {
        return await NativeConnection.connect({ address });
      } catch (error) {
        if (this.stopping) throw error;
        if (attempt === 1) this.log.warn({ error, address }, 'Temporal cannot be reached; trying again');
        await sleep(RETRY_MS);
      }
    }
  }
}
