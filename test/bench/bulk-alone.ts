import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { ROWS_INPUT, bulkPlan } from '#definition';
import { WORKFLOW_TYPE, workflowStartOptions } from '#temporal/contract';
import type { Contender } from './contender.js';
import { argumentOf, planOf } from './execution-of.js';
import { ENGINE_ALONE_QUEUE } from './queues.js';
import { BULK_ROWS } from './workload.js';

/** A workflow over a table of inputs as one execution, with nothing written down. */
export function bulkAlone(client: Client, definition: object): Contender {
  const plan = bulkPlan(planOf(definition), { concurrency: 100, itemErrors: { kind: 'collect' } });
  const rows = Array.from({ length: BULK_ROWS }, (_, start) => ({ start }));
  return {
    name: 'Sluice, the engine alone',
    run: async (start) => {
      const argument = argumentOf(plan, randomUUID(), randomUUID(), start);
      const input = { ...argument, start: { ...argument.start, input: { [ROWS_INPUT]: rows } } };
      await client.workflow.execute(WORKFLOW_TYPE, {
        ...workflowStartOptions(input, 'Bench'),
        taskQueue: ENGINE_ALONE_QUEUE,
      });
    },
  };
}
