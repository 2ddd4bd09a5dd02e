import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { workflowStartOptions } from '#temporal/contract';
import type * as workflows from './by-hand-workflows.js';
import type { Contender } from './contender.js';
import { argumentOf, planOf } from './execution-of.js';
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

/**
 * By hand too, but started and recorded as an execution of Sluice: with the plan as an argument, attributes to be found
 * by, and one local activity at the end. What the engine costs beyond that is the interpreter.
 */
export function byHandAlike(client: Client, definition: object): Contender {
  const plan = planOf(definition);
  const owner = randomUUID();
  return {
    name: 'by hand, started and recorded alike',
    run: async (start) => {
      const argument = argumentOf(plan, randomUUID(), owner, start);
      const options = { ...workflowStartOptions(argument, plan.name), taskQueue: BY_HAND_QUEUE };
      await client.workflow.execute('recordedByHand', { ...options, args: [start, argument] });
    },
  };
}
