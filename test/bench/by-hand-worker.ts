import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';
import * as activities from './by-hand-activities.js';
import { BENCH_WORKER, BY_HAND_QUEUE } from './queues.js';
import { reportMemory } from './report-memory.js';

/** The hand-written workflows in a process of their own, with the numbers of Sluice's own worker. */
Runtime.install({ shutdownSignals: ['SIGTERM'], logger: new DefaultLogger('WARN') });
const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' });
const worker = await Worker.create({
  ...BENCH_WORKER,
  connection,
  taskQueue: BY_HAND_QUEUE,
  workflowBundle: await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('by-hand-workflows.ts', import.meta.url)),
    logger: new DefaultLogger('WARN'),
  }),
  activities,
});
/** The bench was ended before it could say so. */
process.once('disconnect', () => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
});
reportMemory();
process.send?.('ready');
await worker.run();
await connection.close();
if (process.connected) process.disconnect();
