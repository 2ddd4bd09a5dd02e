import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#persistence';
import { TASK_QUEUES } from '#temporal/contract';
import type { Settings } from './config.js';
import { HealthServer } from './health/health-server.js';
import { LOG } from './logging/log.js';
import type { Log } from './logging/log.js';
import { Reconciler } from './reconciler/reconciler.js';
import { SETTINGS } from './settings.js';
import { TemporalWorkers } from './temporal/temporal-workers.js';

/** What the process does between its start and its end, in order. */
@Injectable()
export class WorkerProcess {
  private broken = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
    @Inject(Database) private readonly database: Database,
    @Inject(TemporalWorkers) private readonly workers: TemporalWorkers,
    @Inject(Reconciler) private readonly reconciler: Reconciler,
    @Inject(HealthServer) private readonly health: HealthServer,
  ) {}

  /** `broken` rejects when a worker breaks; it stays open while all is well. */
  async start(): Promise<{ readonly broken: Promise<never> }> {
    const port = await this.health.listen(
      this.settings.SLUICE_WORKER_HOST,
      this.settings.SLUICE_WORKER_PORT,
      {
        alive: () => !this.broken,
        ready: () => this.ready(),
      },
    );
    this.log.info({ port }, 'Health checks');
    await this.database.migrate();
    const { connection, ended } = await this.workers.start();
    if (this.settings.SLUICE_WORKER_QUEUES.includes(TASK_QUEUES.interpreter))
      this.reconciler.start(connection);
    const broken = ended.then(
      () => new Promise<never>(() => undefined),
      (error: unknown) => {
        this.broken = true;
        throw error;
      },
    );
    return { broken };
  }

  async stop(): Promise<void> {
    await this.reconciler.stop();
    await this.workers.stop();
    await this.health.close();
  }

  private async ready(): Promise<boolean> {
    if (!this.workers.ready) return false;
    await this.database.ping();
    return true;
  }
}
