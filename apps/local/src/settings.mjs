import { resolve } from 'node:path';
import { StartError } from './start-error.mjs';

/**
 * @typedef {'SLUICE_PORT' | 'SLUICE_WORKER_PORT' | 'SLUICE_POSTGRES_PORT' | 'SLUICE_TEMPORAL_PORT' | 'SLUICE_TEMPORAL_UI_PORT'} PortSetting
 * @typedef {{ readonly setting: PortSetting, readonly port: number, readonly explicit: boolean, readonly host: string }} WantedPort
 *
 * @typedef {object} StartSettings
 * @property {string} dataDir absolute
 * @property {string | undefined} databaseUrl
 * @property {string | undefined} temporalAddress
 * @property {Readonly<Record<PortSetting, WantedPort>>} ports
 * @property {string} host the API listens on
 */

const LOOPBACK = '127.0.0.1';

/** What `npm start` reads itself, for docs/configuration.md. What the API and the worker read is passed on to them. */
export const START_SETTINGS = /** @type {const} */ ([
  {
    name: 'SLUICE_DATA_DIR',
    default: './.sluice',
    description: 'Folder of everything Sluice keeps: database, files, secrets, logs.',
  },
  {
    name: 'DATABASE_URL',
    default: null,
    description: 'A PostgreSQL server to use; without it a private one is started.',
  },
  {
    name: 'TEMPORAL_ADDRESS',
    default: null,
    description: 'A Temporal server to use; without it a private one is started.',
  },
  { name: 'SLUICE_HOST', default: LOOPBACK, description: 'Address the page and the API listen on.' },
  { name: 'SLUICE_PORT', default: '4000', description: 'Port of the page and the API.' },
  { name: 'SLUICE_WORKER_PORT', default: '4001', description: "Port of the worker's health checks." },
  { name: 'SLUICE_POSTGRES_PORT', default: '54329', description: 'Port of the private PostgreSQL server.' },
  { name: 'SLUICE_TEMPORAL_PORT', default: '7233', description: 'Port of the private Temporal server.' },
  { name: 'SLUICE_TEMPORAL_UI_PORT', default: '8233', description: "Port of Temporal's Web UI." },
]);

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root what a relative data directory is relative to
 * @returns {StartSettings}
 * @throws {StartError} naming every setting that is wrong
 */
export function readStartSettings(env, root) {
  /** @type {string[]} */
  const problems = [];
  const host = settingOf(env, 'SLUICE_HOST') ?? LOOPBACK;

  /** @param {PortSetting} setting */
  const wantedPort = (setting, at = LOOPBACK) => {
    const text = settingOf(env, setting);
    const port = Number(text ?? START_SETTINGS.find(({ name }) => name === setting)?.default);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      problems.push(`${setting} must be a port from 1 to 65535.`);
    return { setting, port, explicit: text !== undefined, host: at };
  };
  const ports = {
    SLUICE_PORT: wantedPort('SLUICE_PORT', host),
    SLUICE_WORKER_PORT: wantedPort('SLUICE_WORKER_PORT'),
    SLUICE_POSTGRES_PORT: wantedPort('SLUICE_POSTGRES_PORT'),
    SLUICE_TEMPORAL_PORT: wantedPort('SLUICE_TEMPORAL_PORT'),
    SLUICE_TEMPORAL_UI_PORT: wantedPort('SLUICE_TEMPORAL_UI_PORT'),
  };
  const explicit = Object.values(ports).filter((wanted) => wanted.explicit);
  for (const [index, { setting, port }] of explicit.entries()) {
    const same = explicit.slice(0, index).find((other) => other.port === port);
    if (same) problems.push(`${same.setting} and ${setting} are both ${port}.`);
  }
  if (problems.length > 0) throw new StartError(problems.join('\n'));

  return {
    dataDir: resolve(root, settingOf(env, 'SLUICE_DATA_DIR') ?? '.sluice'),
    databaseUrl: settingOf(env, 'DATABASE_URL'),
    temporalAddress: settingOf(env, 'TEMPORAL_ADDRESS'),
    ports,
    host,
  };
}

/**
 * A setting as it was given; a blank one counts as absent.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @returns {string | undefined}
 */
export function settingOf(env, name) {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
}
