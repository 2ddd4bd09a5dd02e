import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.mjs';

/**
 * Where things stand in the data directory.
 * @typedef {object} DataDirectory
 * @property {string} path
 * @property {string} lock
 * @property {string} secrets
 * @property {string} cluster what is known of the private Postgres cluster
 * @property {string} temporalDatabase
 * @property {string} localToken lets the command line on this machine find the product
 * @property {(service: string) => string} log
 * @property {(service: string) => string} pid
 */

/**
 * @param {string} path
 * @returns {DataDirectory}
 */
export function dataDirectory(path) {
  return {
    path,
    lock: join(path, 'start.lock'),
    secrets: join(path, 'secrets.json'),
    cluster: join(path, 'postgres.json'),
    temporalDatabase: join(path, 'temporal.db'),
    localToken: join(path, 'local.json'),
    log: (service) => join(path, 'logs', `${service}.log`),
    pid: (service) => join(path, 'run', `${service}.json`),
  };
}

/**
 * Makes the folder when it is not there. Others may pass through it only when root runs us, since Postgres then runs as
 * somebody else; the secrets in it are closed in any case. A folder that was there keeps its mode.
 * @param {string} path
 */
export function makeDataDirectory(path) {
  try {
    mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    if (!statSync(path).isDirectory()) throw new Error('it is not a folder');
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The data directory ${path} cannot be used: ${reason}. Choose another with SLUICE_DATA_DIR.`,
    );
  }
}
