import { NativeConnection, Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import {
  ChildExecutions,
  ExecutionRecorder,
  ExecutionsRepository,
  PostgresStores,
  createDataSource,
} from '#persistence';
import { activities } from '../../../../apps/worker/src/activities/activities.js';
import { readSettings } from '../../../../apps/worker/src/config.js';
import { StoredSubWorkflows } from '../../../../apps/worker/src/sub-workflows/sub-workflows.js';
import { workerOptions } from '../../../../apps/worker/src/temporal/worker-options.js';
import { NAMESPACE } from '../../../support/namespace.js';
import { quietRuntime } from '../../../support/quiet-runtime.js';
import { ScriptedSteps } from '../../worker/support/scripted-steps.js';

/** The product's worker beside the API under test, with steps that do what a test says. */
export class TestWorker {
  private constructor(
    private readonly worker: Worker,
    private readonly running: Promise<void>,
    private readonly native: NativeConnection,
    private readonly dataSource: DataSource,
    readonly steps: ScriptedSteps,
  ) {}

  static async start(databaseUrl: string): Promise<TestWorker> {
    quietRuntime();
    const steps = new ScriptedSteps();
    const dataSource = await createDataSource(databaseUrl).initialize();
    const native = await NativeConnection.connect({
      address: process.env['SLUICE_TEST_TEMPORAL_ADDRESS'] ?? '',
    });
    const settings = readSettings({
      DATABASE_URL: databaseUrl,
      TEMPORAL_NAMESPACE: NAMESPACE,
      SLUICE_WORKFLOW_BUNDLE: process.env['SLUICE_TEST_WORKFLOW_BUNDLE'],
      SLUICE_SHUTDOWN_GRACE_SECONDS: '1',
    });
    const stores = new PostgresStores(dataSource);
    const work = activities(
      new ExecutionRecorder(dataSource),
      stores,
      steps.implementations,
      new StoredSubWorkflows(
        new ChildExecutions(dataSource),
        new ExecutionsRepository(dataSource),
        stores.artifacts,
      ),
    );
    const worker = await Worker.create(workerOptions('interpreter', native, work, settings));
    return new TestWorker(worker, worker.run(), native, dataSource, steps);
  }

  async stop(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    await this.native.close();
    await this.dataSource.destroy();
  }
}
