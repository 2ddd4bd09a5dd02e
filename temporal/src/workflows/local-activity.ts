import { scheduleActivity, scheduleLocalActivity } from '@temporalio/workflow';
import type { EngineActivities } from '../activities.js';
import { DURABLE_OPTIONS, LOCAL_OPTIONS } from '../activity-options.js';
import { jsonBytes } from '../sizes.js';
import type { LocalLane } from './local-lane.js';

/**
 * Runs one of the engine's own activities within the workflow task, when the lane is free. A task that has carried much
 * is ended first, by an activity that does nothing: it comes back at once, where a timer of a millisecond takes some
 * hundred. The argument is asked for last, so that it holds all that is there by then.
 */
export async function localActivity<R>(
  lane: LocalLane,
  type: keyof EngineActivities,
  argument: () => unknown,
): Promise<R> {
  const wait = lane.enter();
  if (wait !== null) await wait;
  try {
    if (lane.takeFull()) await scheduleActivity<void>('turn', [], { ...DURABLE_OPTIONS, summary: 'Go on' });
    lane.clock.now();
    const result = await scheduleLocalActivity<R>(type, [argument()], LOCAL_OPTIONS);
    lane.carry(jsonBytes(result));
    return result;
  } finally {
    lane.clock.stay();
    lane.leave();
  }
}
