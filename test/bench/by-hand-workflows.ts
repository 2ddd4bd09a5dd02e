import { proxyActivities } from '@temporalio/workflow';
import type * as byHand from './by-hand-activities.js';
import { FAN, LOOP_ROUNDS, STEPS } from './workload.js';

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

/** A hundred activities at once, as someone would write it without Sluice. */
export async function fanOutByHand(start: number): Promise<number> {
  const all = await Promise.all(Array.from({ length: FAN }, (_, index) => step(start + index)));
  return all.length;
}

/** A thousand rounds of a sum, as someone would write it without Sluice. */
export async function loopByHand(start: number): Promise<number> {
  let value = 0;
  for (let index = 0; index < LOOP_ROUNDS; index += 1) value = index + start;
  return value;
}
