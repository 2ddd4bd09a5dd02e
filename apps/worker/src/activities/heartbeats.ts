import type { Context } from '@temporalio/activity';

/** Well below the heartbeat timeout; the SDK itself sends fewer. Milliseconds. */
const BEAT_MS = 1_000;

/**
 * Beats for as long as an activity runs, so that a worker's death is noticed and a cancellation
 * arrives. The number of the attempt rides along: the workflow learns it when the worker is lost.
 */
export function startHeartbeats(context: Pick<Context, 'heartbeat'>, attempt: number): () => void {
  context.heartbeat(attempt);
  const timer = setInterval(() => context.heartbeat(attempt), BEAT_MS);
  return () => clearInterval(timer);
}
