import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { WORKFLOW_TYPE, workflowStartOptions } from '#temporal/contract';
import type { itemsByHand } from './by-hand-workflows.js';
import { argumentOf, planOf } from './execution-of.js';
import type { LongRun } from './long-run.js';
import { BY_HAND_QUEUE, ENGINE_ALONE_QUEUE } from './queues.js';
import { ITEMS, ITEMS_DEFINITION, LONG_LOOP_DEFINITION, LONG_LOOP_ROUNDS } from './workload.js';
import type { WorkerProcess } from './worker-process.js';

/** What is looked at while it runs; of several, the first is what the others are compared with. */
export interface LongRuns {
  /** What chooses it on the command line. */
  readonly key: string;
  readonly name: string;
  readonly runs: readonly LongRun[];
}

export function longRuns(
  client: Client,
  workers: { readonly byHand: WorkerProcess; readonly engineAlone: WorkerProcess },
): readonly LongRuns[] {
  const alone = (definition: object, size: number, input: object = {}): LongRun => ({
    name: 'Sluice, the engine alone',
    size,
    worker: workers.engineAlone,
    start: () => startAlone(client, definition, input),
  });
  return [
    {
      key: 'loop-100k',
      name: '100,000 rounds of a pure loop',
      runs: [alone(LONG_LOOP_DEFINITION, LONG_LOOP_ROUNDS)],
    },
    {
      key: 'items-20k',
      name: '20,000 items of one activity each, 50 in flight',
      runs: [
        {
          name: 'by hand, in child workflows of 200',
          size: ITEMS,
          worker: workers.byHand,
          start: async () => {
            const workflowId = `by-hand-${randomUUID()}`;
            await client.workflow.start<typeof itemsByHand>('itemsByHand', {
              args: [0],
              workflowId,
              taskQueue: BY_HAND_QUEUE,
            });
            return workflowId;
          },
        },
        alone(ITEMS_DEFINITION, ITEMS, { items: Array.from({ length: ITEMS }, (_, index) => index) }),
      ],
    },
  ];
}

async function startAlone(client: Client, definition: object, input: object): Promise<string> {
  const argument = argumentOf(planOf(definition), randomUUID(), randomUUID(), 0);
  const start = { ...argument.start, input: { ...argument.start.input, ...input } };
  const { workflowId } = await client.workflow.start(WORKFLOW_TYPE, {
    ...workflowStartOptions({ ...argument, start }, 'Bench'),
    taskQueue: ENGINE_ALONE_QUEUE,
  });
  return workflowId;
}
