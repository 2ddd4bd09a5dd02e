import { join } from 'node:path';
import { endLeftover, startProcess, waitUntilReady } from '../process/service-process.mjs';

/**
 * One of our own processes, built: `dist/apps/<name>/src/main.js`.
 * @typedef {object} Program
 * @property {'api' | 'worker'} name
 * @property {string} title
 * @property {string} root
 * @property {import('../data/data-directory.mjs').DataDirectory} data
 * @property {NodeJS.ProcessEnv} env
 * @property {string} address where it answers, for example http://127.0.0.1:4000
 */

/** Migrations and the first samples included. */
const READY_WITHIN_MS = 120_000;

/** Above the time after which the worker gives up on steps that do not end (25 s). */
const STOP_PATIENCE_MS = 30_000;

/**
 * Starts the program and comes back when it says that it is ready.
 * @param {Program} program
 */
export async function startProgram({ name, title, root, data, env, address }) {
  const service = await startProcess({
    name: title,
    command: process.execPath,
    args: ['-C', 'dist', entryPoint(root, name)],
    cwd: root,
    env,
    logFile: data.log(name),
    pidFile: data.pid(name),
    stopSignals: [{ signal: 'SIGTERM', patienceMs: STOP_PATIENCE_MS }],
  });
  try {
    await waitUntilReady(service, () => isReady(address), { timeoutMs: READY_WITHIN_MS, everyMs: 200 });
  } catch (error) {
    await service.stop();
    throw error;
  }
  return service;
}

/**
 * Ends a program that an earlier start left running.
 * @param {Program['name']} name
 * @param {string} root
 * @param {import('../data/data-directory.mjs').DataDirectory} data
 */
export function endLeftoverProgram(name, root, data) {
  return endLeftover({ pidFile: data.pid(name), expectedCommand: entryPoint(root, name) });
}

/**
 * @param {string} root
 * @param {string} name
 */
function entryPoint(root, name) {
  return join(root, 'dist', 'apps', name, 'src', 'main.js');
}

/** @param {string} address */
async function isReady(address) {
  try {
    const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5000) });
    return response.ok;
  } catch {
    return false;
  }
}
