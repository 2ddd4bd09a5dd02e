const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** One Ctrl-C may arrive twice: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 1_000;

/**
 * Turns signals into one wish to stop, and a second one into a wish to hurry.
 * @param {(text: string) => void} say
 * @param {() => void} hurry
 */
export function catchSignals(say, hurry) {
  const first = new AbortController();
  let firstAt = 0;
  const handle = () => {
    if (!first.signal.aborted) {
      firstAt = Date.now();
      say('\nStopping. Press Ctrl-C again to hurry.');
      first.abort();
      return;
    }
    if (Date.now() - firstAt > SAME_PRESS_MS) hurry();
  };
  for (const signal of SIGNALS) process.on(signal, handle);
  return {
    /** Aborted by the first signal. */
    first: first.signal,
    /** Settles at the first signal. @type {Promise<undefined>} */
    stopped: new Promise((resolve) => first.signal.addEventListener('abort', () => resolve(undefined))),
    release: () => SIGNALS.forEach((signal) => process.off(signal, handle)),
  };
}
