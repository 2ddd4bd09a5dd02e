import { executeChild, proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type * as byHand from './by-hand-activities.js';
import {
  FAN,
  ITEMS,
  ITEMS_IN_FLIGHT,
  LOOP_ROUNDS,
  PARTITION,
  PARTITIONS_IN_FLIGHT,
  STEPS,
} from './workload.js';

const { step } = proxyActivities<typeof byHand>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '15 seconds',
  retry: { maximumAttempts: 3 },
});

const { record } = proxyLocalActivities<typeof byHand>({ startToCloseTimeout: '4 seconds' });

/** What ten transform steps do, as someone would write it without Sluice. */
export async function pureByHand(start: number): Promise<number> {
  let value = start;
  for (let index = 1; index < STEPS; index += 1) value += index;
  return value;
}

/** The same that says at its end what it did, so that somebody can write it down. */
export async function recordedByHand(start: number): Promise<number> {
  const value = await pureByHand(start);
  await record(value);
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

/** Twenty thousand activities, cut up into child workflows, as someone would write it without Sluice. */
export async function itemsByHand(start: number): Promise<number> {
  const { workflowId } = workflowInfo();
  await inLanes(ITEMS / PARTITION, PARTITIONS_IN_FLIGHT, (index) =>
    executeChild(partitionByHand, { args: [start], workflowId: `${workflowId}-${index}` }),
  );
  return ITEMS;
}

/** The activities of one part of the list. */
export async function partitionByHand(start: number): Promise<number> {
  await inLanes(PARTITION, ITEMS_IN_FLIGHT / PARTITIONS_IN_FLIGHT, (index) => step(start + index));
  return PARTITION;
}

async function inLanes(
  count: number,
  inFlight: number,
  run: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
}
