import type { Context } from '@temporalio/activity';
import type { WorkAccount } from '#temporal/contract';

/** Well below the heartbeat timeout; the SDK itself sends fewer. Milliseconds. */
const BEAT_MS = 1_000;

/**
 * Beats for as long as an activity runs, so that a worker's death is noticed and a cancellation
 * arrives. What the attempt can say of itself rides along: the workflow learns it when the worker is lost. The SDK
 * sends the first beat at once and holds back the next ones, so the first is left to whoever has something to say.
 */
export function startHeartbeats(context: Pick<Context, 'heartbeat'>, account: () => WorkAccount): () => void {
  const timer = setInterval(() => context.heartbeat(account()), BEAT_MS);
  return () => clearInterval(timer);
}
