import { ApplicationFailure, scheduleActivity, sleep } from '@temporalio/workflow';
import { ActivityFailure } from '@temporalio/common';
import type { EngineActivities } from '../activities.js';
import { DURABLE_OPTIONS } from '../activity-options.js';
import { ACTIVITY_INPUT_BYTES, jsonBytes } from '../sizes.js';
import { localActivity } from './local-activity.js';
import type { LocalLane } from './local-lane.js';

/** Between two tries at what only a local activity can take. Milliseconds. */
const AGAIN_MS = 30_000;

/**
 * Runs one of the engine's own activities: within the workflow task when that works, else as an activity that is
 * tried for as long as it takes. Rejects only with what trying again does not help against.
 */
export async function engineActivity<R>(
  lane: LocalLane,
  type: keyof EngineActivities,
  argument: unknown,
): Promise<R> {
  for (;;) {
    try {
      return await localActivity<R>(lane, type, () => argument);
    } catch (error) {
      if (isFinal(error)) throw error;
    }
    if (jsonBytes(argument) <= ACTIVITY_INPUT_BYTES)
      return scheduleActivity<R>(type, [argument], DURABLE_OPTIONS);
    await sleep(AGAIN_MS);
  }
}

/** What it was refused with; a failure that says nothing is a fault of the engine. */
export function engineFailure(error: unknown): { readonly code: string; readonly message: string } {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  const code = cause instanceof ApplicationFailure ? (cause.type ?? 'ENGINE_FAULT') : 'ENGINE_FAULT';
  return { code, message: cause instanceof Error ? cause.message : String(cause) };
}

function isFinal(error: unknown): boolean {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof ApplicationFailure && cause.nonRetryable === true;
}
