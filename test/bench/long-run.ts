import type { Client } from '@temporalio/client';
import type { Memory } from './report-memory.js';
import type { WorkerProcess } from './worker-process.js';

/** One execution that takes long, and the worker that runs it. */
export interface LongRun {
  readonly name: string;
  /** Rounds or items in all. */
  readonly size: number;
  readonly worker: WorkerProcess;
  /** Starts it and gives Temporal's id of it; runs and children of it have ids that begin with this one. */
  start(): Promise<string>;
}

export interface LongRunResult {
  readonly name: string;
  readonly seconds: number;
  readonly perSecond: number;
  /** Runs of the chain and, where there are some, of child workflows. */
  readonly runs: number;
  readonly longestHistory: { readonly events: number; readonly bytes: number };
  /** Of the worker, after each tenth of the time. */
  readonly memory: readonly Memory[];
  /** Growth from the second tenth to the last, as a share. */
  readonly growth: Memory;
}

const SAMPLE_MS = 250;
const TENTHS = 10;

/** Runs one to its end, looking at its worker on the way. */
export async function measureLongRun(client: Client, run: LongRun): Promise<LongRunResult> {
  const samples: Memory[] = [];
  const startedAt = performance.now();
  const workflowId = await run.start();
  let over = false;
  const result = client.workflow
    .getHandle(workflowId)
    .result()
    .finally(() => (over = true));
  const watched = watch(run.worker, samples, () => over);
  await result;
  const seconds = (performance.now() - startedAt) / 1000;
  await watched;
  const memory = Array.from({ length: TENTHS }, (_, tenth) => sampleAt(samples, (tenth + 1) / TENTHS));
  const histories = await historiesOf(client, workflowId);
  return {
    name: run.name,
    seconds,
    perSecond: run.size / seconds,
    runs: histories.length,
    longestHistory: {
      events: Math.max(...histories.map(({ events }) => events)),
      bytes: Math.max(...histories.map(({ bytes }) => bytes)),
    },
    memory,
    growth: { rss: growthOf(memory, 'rss'), heap: growthOf(memory, 'heap') },
  };
}

async function watch(worker: WorkerProcess, samples: Memory[], isOver: () => boolean): Promise<void> {
  do {
    samples.push(await worker.memory());
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  } while (!isOver());
}

function sampleAt(samples: readonly Memory[], share: number): Memory {
  const sample = samples[Math.ceil(samples.length * share) - 1];
  if (sample === undefined) throw new Error('There are no samples of memory.');
  return sample;
}

function growthOf(memory: readonly Memory[], what: keyof Memory): number {
  return (memory.at(-1)?.[what] ?? Number.NaN) / (memory[1]?.[what] ?? Number.NaN) - 1;
}

interface History {
  readonly events: number;
  readonly bytes: number;
}

/** Of all runs that have ended; the server lists them a little late. */
async function historiesOf(client: Client, workflowId: string): Promise<readonly History[]> {
  for (;;) {
    const histories: History[] = [];
    let open = 0;
    for await (const run of client.workflow.list({ query: `WorkflowId STARTS_WITH '${workflowId}'` })) {
      if (run.status.name === 'RUNNING') open += 1;
      else histories.push({ events: run.historyLength, bytes: run.historySize ?? 0 });
    }
    if (open === 0 && histories.length > 0) return histories;
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  }
}
