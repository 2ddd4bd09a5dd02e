import { readFileSync } from 'node:fs';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { StepOutput } from '#definition';
import { BENCH_WORKER, ENGINE_ALONE_QUEUE } from './queues.js';

/** Sluice's workflow code with a worker that neither records nor works, as the hand-written one. */
Runtime.install({ shutdownSignals: ['SIGTERM'], logger: new DefaultLogger('WARN') });
const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' });
const worker = await Worker.create({
  ...BENCH_WORKER,
  connection,
  taskQueue: ENGINE_ALONE_QUEUE,
  workflowBundle: { code: readFileSync(process.env['SLUICE_WORKFLOW_BUNDLE'] ?? '', 'utf8') },
  activities: {
    record: async (): Promise<void> => {},
    search: async (): Promise<StepOutput> => ({
      facts: { result_count: 0, top_score: 0, confidence: 0 },
      references: {},
    }),
  },
});
/** The bench was ended before it could say so. */
process.once('disconnect', () => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
});
process.send?.('ready');
await worker.run();
await connection.close();
if (process.connected) process.disconnect();
