import { proxyActivities } from '@temporalio/workflow';
import type * as byHand from './by-hand-activities.js';
import { STEPS } from './workload.js';

const { step } = proxyActivities<typeof byHand>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '15 seconds',
  retry: { maximumAttempts: 3 },
});

/** What ten transform steps do, as someone would write it without Sluice. */
export async function pureByHand(start: number): Promise<number> {
  let value = start;
  for (let index = 1; index < STEPS; index += 1) value += index;
  return value;
}

/** Ten activities in sequence, as someone would write it without Sluice. */
export async function workByHand(start: number): Promise<number> {
  let last = start;
  for (let index = 0; index < STEPS; index += 1) last = (await step(start + index)).value;
  return last;
}
