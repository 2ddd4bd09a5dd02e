import { setTimeout } from 'node:timers/promises';
import { ProviderError } from './provider-error.js';

/** A provider that asks for longer is left alone until the step's next attempt, so that nothing waits here for it. */
const LONGEST_WAIT_MS = 30_000;
const MOST_WAITS = 3;

/**
 * Makes a call again when the provider says how long to wait: one busy moment should not undo the calls before it in
 * the same step. Whatever else goes wrong is for the step's own retries.
 */
export async function withPatience<Result>(
  call: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await call();
    } catch (error) {
      const wait = error instanceof ProviderError && error.retryable ? error.retryAfterMs : null;
      if (wait === null || wait > LONGEST_WAIT_MS || waits === MOST_WAITS) throw error;
      await setTimeout(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }
}
