import { logExcerpt } from './service-process.mjs';

/**
 * @typedef {import('./service-process.mjs').ServiceProcess} ServiceProcess
 *
 * @typedef {object} Supervised
 * @property {string} name
 * @property {() => ServiceProcess} current
 * @property {() => Promise<void>} stop ends the service for good
 */

/** A service that ran this long before it ended is taken as well again. */
const STABLE_AFTER_MS = 60_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 10_000;
const MOST_FAILURES = 5;

/**
 * Keeps a service running: starts it again, later each time, and gives up when it keeps failing.
 * @param {object} service
 * @param {string} service.name
 * @param {() => Promise<ServiceProcess>} service.start comes back when the service is ready
 * @param {(text: string) => void} service.say
 * @param {(reason: string) => void} service.giveUp
 * @param {AbortSignal} service.stopping set before services are stopped, so that an end is not taken for a failure
 * @returns {Promise<Supervised>} rejects when the first start fails
 */
export async function supervise({ name, start, say, giveUp, stopping: allStopping }) {
  const thisStopping = new AbortController();
  const stopping = AbortSignal.any([allStopping, thisStopping.signal]);
  let process = await start();
  let readySince = Date.now();
  let failures = 0;

  const keepRunning = async () => {
    for (;;) {
      const { code, signal } = await process.exited;
      if (stopping.aborted) return;
      failures = Date.now() - readySince > STABLE_AFTER_MS ? 1 : failures + 1;
      const how = `${name} ended by itself (${signal ?? `exit code ${code}`}).`;
      if (failures > MOST_FAILURES) {
        giveUp(`${how} It failed ${failures} times.\n${logExcerpt(process.logFile)}`);
        return;
      }
      const delay = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS);
      say(`  ! ${how} Starting it again in ${delay / 1000} s.\n${logExcerpt(process.logFile)}`);
      await pause(delay, stopping);
      if (stopping.aborted) return;
      process = await restarted(start, process, say);
      readySince = Date.now();
      if (stopping.aborted) return process.stop();
      if (!process.hasExited()) say(`  ✓ ${name} is running again (process ${process.pid}).`);
    }
  };
  const ended = keepRunning();

  return {
    name,
    current: () => process,
    stop: async () => {
      thisStopping.abort();
      await process.stop();
      await ended;
    },
  };
}

/**
 * A start that fails counts as another end of the process that failed before.
 * @param {() => Promise<ServiceProcess>} start
 * @param {ServiceProcess} previous
 * @param {(text: string) => void} say
 */
async function restarted(start, previous, say) {
  try {
    return await start();
  } catch (error) {
    say(`  ! ${error instanceof Error ? error.message : String(error)}`);
    return previous;
  }
}

/**
 * @param {number} ms
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function pause(ms, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
