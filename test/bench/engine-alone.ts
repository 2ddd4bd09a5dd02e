import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { WORKFLOW_TYPE, workflowStartOptions } from '#temporal/contract';
import type { Contender } from './contender.js';
import { argumentOf, planOf } from './execution-of.js';
import { ENGINE_ALONE_QUEUE } from './queues.js';

/** The interpreter in Temporal with nothing written down: what the engine itself costs beside code written by hand. */
export function engineAlone(client: Client, definition: object): Contender {
  const plan = planOf(definition);
  // One for all, as by hand nobody owns anything: between owners Temporal takes turns, which costs workflow tasks.
  const owner = randomUUID();
  return {
    name: 'Sluice, the engine alone',
    run: async (start) => {
      const options = workflowStartOptions(argumentOf(plan, randomUUID(), owner, start), plan.name);
      await client.workflow.execute(WORKFLOW_TYPE, { ...options, taskQueue: ENGINE_ALONE_QUEUE });
    },
  };
}
