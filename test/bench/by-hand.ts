import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type * as workflows from './by-hand-workflows.js';
import type { Contender } from './contender.js';
import { BY_HAND_QUEUE } from './queues.js';

/** The same thing written by hand as a Temporal workflow, which records nothing anywhere else. */
export function byHand(client: Client, workflow: keyof typeof workflows): Contender {
  return {
    name: 'by hand',
    run: async (start) => {
      await client.workflow.execute(workflow, {
        args: [start],
        workflowId: `by-hand-${randomUUID()}`,
        taskQueue: BY_HAND_QUEUE,
      });
    },
  };
}
