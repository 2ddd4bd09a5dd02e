import { join } from 'node:path';
import { anyFreePort } from '../../apps/local/src/net/port.mjs';
import { findTemporalBinary } from '../../apps/local/src/temporal/binary.mjs';
import { startTemporalServer } from '../../apps/local/src/temporal/server.mjs';
import { makeScratch, removeScratch } from './scratch.mjs';

/**
 * A Temporal server of its own.
 * @typedef {object} TestTemporal
 * @property {string} address
 * @property {() => Promise<void>} stop stops the server and removes its data
 */

/**
 * A server with a database file, which a test may kill and bring back.
 * @typedef {object} DurableTemporal
 * @property {() => Promise<void>} crash ends the server as a crash would (SIGKILL)
 * @property {() => Promise<void>} restart serves the same data at the same address again
 */

/** One for each test process that may run beside others. */
const NAMESPACES = ['worker-1', 'worker-2', 'worker-3', 'worker-4'];

/**
 * Starts a server that keeps everything in memory, without the Web UI.
 * @returns {Promise<TestTemporal>}
 */
export async function startTemporal() {
  const scratch = makeScratch('temporal');
  const service = { ...(await serviceIn(scratch)), namespaces: NAMESPACES };
  const server = await startTemporalServer(service);
  return {
    address: `127.0.0.1:${service.port}`,
    stop: async () => {
      await server.stop();
      removeScratch(scratch);
    },
  };
}

/**
 * Starts a server on a database file, for tests that kill it.
 * @returns {Promise<TestTemporal & DurableTemporal>}
 */
export async function startDurableTemporal() {
  const scratch = makeScratch('temporal');
  const service = { ...(await serviceIn(scratch)), databaseFile: join(scratch, 'temporal.db') };
  let server = await startTemporalServer(service);
  return {
    address: `127.0.0.1:${service.port}`,
    crash: async () => {
      server.kill();
      await server.exited;
    },
    restart: async () => {
      server = await startTemporalServer(service);
    },
    stop: async () => {
      await server.stop();
      removeScratch(scratch);
    },
  };
}

/** @param {string} scratch */
async function serviceIn(scratch) {
  const binary = findTemporalBinary(process.env);
  if (!binary) throw new Error('No Temporal server for the tests: run `npm run doctor`.');
  return {
    binary: binary.path,
    port: await anyFreePort(),
    logFile: join(scratch, 'temporal.log'),
    pidFile: join(scratch, 'temporal.pid'),
  };
}
