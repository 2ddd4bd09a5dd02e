import { getExternalWorkflowHandle, log, sleep } from '@temporalio/workflow';
import type { StepOutput } from '#definition/plan';
import type { ChildOutcome } from '#interpreter';
import type { ParentStep } from '../argument.js';
import { childFailed } from '../child-failure.js';
import { childOutput } from '../child-output.js';
import { CHILD_ENDED_SIGNAL } from '../names.js';
import type { ChildEndedSignal } from '../names.js';
import { RESULT_BYTES, jsonBytes } from '../sizes.js';
import type { End } from './driver.js';
import { engineActivity, engineFailure } from './engine-activity.js';
import type { LocalLane } from './local-lane.js';

/** A parent that continues as new at this very moment may not be found at once. */
const TRIES = 3;
const AGAIN_MS = 1_000;

/** What an execution tells the step it ran for. */
export async function outcomeOf(lane: LocalLane, { status, error, output }: End): Promise<ChildOutcome> {
  if (status === 'cancelled') return { status };
  if (error !== null) return { status: 'failed', error };
  const whole = childOutput(output);
  if (jsonBytes(whole) <= RESULT_BYTES) return { status: 'completed', output: whole };
  try {
    return { status: 'completed', output: await engineActivity<StepOutput>(lane, 'boundOutput', whole) };
  } catch (reason) {
    const { code, message } = engineFailure(reason);
    return childFailed(code, message);
  }
}

/** By signal to whichever run the parent is in. One that is not there, as after a termination, need not know. */
export async function tellParent(parent: ParentStep, outcome: ChildOutcome): Promise<void> {
  const { workflowId, path, attempt } = parent;
  const signal: ChildEndedSignal = { path, attempt, outcome };
  for (let tries = 1; ; tries += 1) {
    try {
      await getExternalWorkflowHandle(workflowId).signal(CHILD_ENDED_SIGNAL, signal);
      return;
    } catch (error) {
      log.warn('The parent cannot be told', { error, workflowId });
      if (tries === TRIES) return;
      await sleep(AGAIN_MS);
    }
  }
}
