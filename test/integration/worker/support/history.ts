import { RESUME_SIGNAL } from '#temporal/contract';
import { eventually } from './rig.js';
import type { Run } from './rig.js';

/** How many Temporal runs the execution has taken so far: each but the last ends by naming the next. */
export async function runsOf({ handle }: Pick<Run, 'handle'>): Promise<number> {
  const { client, workflowId } = handle;
  let runs = 0;
  for (let runId: string | null | undefined = handle.firstExecutionRunId; runId; runs += 1) {
    const { events } = await client.getHandle(workflowId, runId).fetchHistory();
    runId = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return runs;
}

const ATTRIBUTES = 'EventAttributes';

/** What happened, in the run that the execution is in or ended in: `activityTaskScheduled`, `timerFired`. */
export async function eventsOf({ handle }: Pick<Run, 'handle'>): Promise<readonly string[]> {
  const { events } = await handle.client.getHandle(handle.workflowId).fetchHistory();
  return (events ?? []).map((event) => {
    const set = Object.entries(event).find(([key, value]) => key.endsWith(ATTRIBUTES) && value != null);
    return set?.[0].slice(0, -ATTRIBUTES.length) ?? '';
  });
}

/** How often each thing happened, without workflow tasks. */
export async function tally(run: Pick<Run, 'handle'>): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const name of await eventsOf(run))
    if (!name.startsWith('workflowTask')) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Lengthens the history by what changes nothing, until the execution has moved on to the next run. */
export async function untilContinued(run: Pick<Run, 'handle'>): Promise<void> {
  const { client, workflowId } = run.handle;
  const before = await runsOf(run);
  await eventually(async () => {
    await client.getHandle(workflowId).signal(RESUME_SIGNAL, { path: '' });
    return (await runsOf(run)) > before;
  }, 'the execution continues as new');
}
