import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Reference } from '#definition';
import type { WorkResult } from '#temporal/contract';
import { BENCH_WORKER, ENGINE_ALONE_QUEUE } from './queues.js';
import { reportMemory } from './report-memory.js';

/** Sluice's workflow code with a worker that neither records nor works, as the hand-written one. */
Runtime.install({ shutdownSignals: ['SIGTERM'], logger: new DefaultLogger('WARN') });
const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' });
/** States on their way from one run to the next. */
const carried = new Map<string, unknown>();
const worker = await Worker.create({
  ...BENCH_WORKER,
  connection,
  taskQueue: ENGINE_ALONE_QUEUE,
  workflowBundle: { code: readFileSync(process.env['SLUICE_WORKFLOW_BUNDLE'] ?? '', 'utf8') },
  activities: {
    record: async (): Promise<void> => {},
    turn: async (): Promise<void> => {},
    storeCarried: async (value: unknown): Promise<Reference> => {
      const $ref = randomUUID();
      carried.set($ref, value);
      return { $ref, kind: 'json', count: 1, bytes: 0, sha256: '' };
    },
    loadCarried: async ({ $ref }: Reference): Promise<unknown> => {
      const value = carried.get($ref);
      carried.delete($ref);
      return value;
    },
    search: async (): Promise<WorkResult> => ({
      output: { facts: { result_count: 0, top_score: 0, confidence: 0 }, references: {} },
      attempts: [],
    }),
  },
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
