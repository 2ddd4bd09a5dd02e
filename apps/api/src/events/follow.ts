import type { Wake } from './wake.js';

/** A lost notice delays an event by no more than this. Milliseconds. */
const POLL_MS = 15_000;

/**
 * A stream that gives what `read` finds, then waits to be woken and reads again, until `read` says
 * that there is nothing more to come or the consumer stops. Reads only when the consumer asks.
 */
export function follow<T>(
  wake: Wake,
  read: () => Promise<{ readonly items: readonly T[]; readonly more: boolean; readonly ended: boolean }>,
): AsyncIterableIterator<T> {
  const stream = items(wake, read);
  return {
    next: () => stream.next(),
    return: () => {
      // A generator that waits does not hear `return`: the wait has to end first.
      wake.close();
      return stream.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* items<T>(
  wake: Wake,
  read: () => Promise<{ readonly items: readonly T[]; readonly more: boolean; readonly ended: boolean }>,
): AsyncGenerator<T, undefined> {
  try {
    while (!wake.isClosed) {
      const { items: found, more, ended } = await read();
      yield* found;
      if (ended) return undefined;
      if (!more) await wake.wait(POLL_MS);
    }
    return undefined;
  } finally {
    wake.close();
  }
}
