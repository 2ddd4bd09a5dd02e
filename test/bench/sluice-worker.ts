import 'reflect-metadata';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { StepImplementation } from '#documents';
import {
  ChildExecutions,
  ExecutionRecorder,
  ExecutionsRepository,
  PostgresStores,
  createDataSource,
} from '#persistence';
import { activities } from '../../apps/worker/src/activities/activities.js';
import { readSettings } from '../../apps/worker/src/config.js';
import { StoredSubWorkflows } from '../../apps/worker/src/sub-workflows/sub-workflows.js';
import { workerOptions } from '../../apps/worker/src/temporal/worker-options.js';

/** Sluice's worker as it is, recording in Postgres; only the steps do nothing. */
Runtime.install({ shutdownSignals: ['SIGTERM'], logger: new DefaultLogger('WARN') });
const settings = readSettings();
const dataSource = await createDataSource(settings.DATABASE_URL).initialize();
const connection = await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS });
const nothing: StepImplementation = async () => ({
  facts: { result_count: 0, top_score: 0, confidence: 0 },
  references: {},
});
const stores = new PostgresStores(dataSource);
const children = new StoredSubWorkflows(
  new ChildExecutions(dataSource),
  new ExecutionsRepository(dataSource),
  stores.artifacts,
);
const work = activities(new ExecutionRecorder(dataSource), stores, { search: nothing }, children);
const worker = await Worker.create(workerOptions('interpreter', connection, work, settings));
/** The bench was ended before it could say so. */
process.once('disconnect', () => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
});
process.send?.('ready');
await worker.run();
await connection.close();
await dataSource.destroy();
if (process.connected) process.disconnect();
