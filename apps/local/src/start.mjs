import { announce } from './announce.mjs';
import { dataDirectory, makeDataDirectory } from './data/data-directory.mjs';
import { takeLock } from './data/lock.mjs';
import { killAllServices } from './process/service-process.mjs';
import { rotateLog } from './process/log-file.mjs';
import { prepareCode } from './prepare-code.mjs';
import { startProduct } from './product.mjs';
import { createProgress, formatDuration, withProgress } from './progress.mjs';
import { readStartSettings } from './settings.mjs';
import { StartError } from './start-error.mjs';
import { catchSignals } from './stop-signals.mjs';

const ROTATE_EVERY_MS = 60_000;

/**
 * Installs, builds and runs everything until it is told to stop.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
export async function start(root, env) {
  const startedAt = Date.now();
  const progress = createProgress();
  const settings = readStartSettings(env, root);
  const data = dataDirectory(settings.dataDir);
  makeDataDirectory(data.path);
  const lock = takeLock(data.lock);
  if (lock.kind === 'held') {
    throw new StartError(
      `Sluice is already running on ${data.path} (process ${lock.pid}). ` +
        'Stop it with Ctrl-C where it runs, or start another one with SLUICE_DATA_DIR set to another folder.',
    );
  }
  const signals = catchSignals(progress.say, killAllServices);
  try {
    await prepareCode(root, progress, signals.first);
    /** @type {(reason: string) => void} */
    let giveUp = () => undefined;
    /** @type {Promise<string>} */
    const failed = new Promise((resolve) => (giveUp = resolve));
    const product = await startProduct({
      root,
      env,
      settings,
      data,
      progress,
      giveUp,
      interrupted: signals.first,
    });
    const rotation = setInterval(
      () => ['api', 'worker', 'temporal', 'postgres'].map(data.log).forEach(rotateLog),
      ROTATE_EVERY_MS,
    );
    await announce(product, data, progress.say);
    progress.say(`\nStarted in ${formatDuration(Date.now() - startedAt)}. Ctrl-C stops everything.`);

    const reason = await Promise.race([failed, signals.stopped]);
    clearInterval(rotation);
    if (reason !== undefined) progress.say(`\n${reason}\nStopping everything.`);
    await withProgress(
      progress,
      'Stopping',
      () => product.stop(),
      () => 'nothing is left running',
    );
    return reason === undefined ? 0 : 1;
  } catch (error) {
    if (signals.first.aborted) return 0;
    throw error;
  } finally {
    lock.release();
    signals.release();
  }
}
