import { loadSecrets } from './data/secrets.mjs';
import { endLeftovers } from './leftovers.mjs';
import { settlePort } from './net/settle-port.mjs';
import { runPostgres } from './postgres/run-postgres.mjs';
import { supervise } from './process/supervisor.mjs';
import { runApi, runWorker } from './programs/run-programs.mjs';
import { runTemporal } from './temporal/run-temporal.mjs';

/**
 * @typedef {import('./process/supervisor.mjs').Supervised} Supervised
 * @typedef {import('./process/service-process.mjs').ServiceProcess} ServiceProcess
 * @typedef {'Postgres' | 'Temporal' | 'API' | 'worker'} ServiceName
 *
 * @typedef {object} Product the running product
 * @property {string} url
 * @property {string | undefined} temporalUi
 * @property {string} databaseUrl
 * @property {string} temporalAddress
 * @property {string} adminEmail
 * @property {string} adminPassword
 * @property {(name: ServiceName) => Supervised | undefined} service nothing for a server that is not ours
 * @property {() => Promise<void>} stop in order: API, worker, Temporal, Postgres
 *
 * @typedef {object} ProductInput
 * @property {string} root
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./settings.mjs').StartSettings} settings
 * @property {import('./data/data-directory.mjs').DataDirectory} data locked by the caller
 * @property {import('./progress.mjs').Progress} progress
 * @property {(reason: string) => void} giveUp called when a service keeps failing; the product should be stopped then
 * @property {AbortSignal} [interrupted] ends the start between two services
 *
 * @typedef {object} BringUp what the parts of a start share
 * @property {ProductInput} input
 * @property {import('./data/secrets.mjs').Secrets} secrets
 * @property {(setting: import('./settings.mjs').PortSetting) => Promise<number>} port
 * @property {(name: ServiceName, start: () => Promise<ServiceProcess>) => Promise<void>} run starts a service and keeps it running
 */

/** @type {readonly ServiceName[]} */
const STOP_ORDER = ['API', 'worker', 'Temporal', 'Postgres'];

/**
 * Brings up everything that was built, in order; what was started is stopped again when a later part fails.
 * @param {ProductInput} input
 * @returns {Promise<Product>}
 */
export async function startProduct(input) {
  const { progress, interrupted } = input;
  await endLeftovers(input.root, input.data, progress);
  const stopping = new AbortController();
  /** @type {Map<ServiceName, Supervised>} */
  const services = new Map();
  const stop = async () => {
    stopping.abort();
    for (const name of STOP_ORDER) await services.get(name)?.stop();
  };
  /** @type {Set<number>} */
  const givenPorts = new Set();
  /** @type {BringUp} */
  const bringUp = {
    input,
    secrets: loadSecrets(input.data.secrets),
    port: (setting) => settlePort(input.settings.ports[setting], givenPorts, progress.say),
    run: async (name, start) => {
      interrupted?.throwIfAborted();
      const { giveUp } = input;
      const service = await supervise({ name, start, say: progress.say, giveUp, stopping: stopping.signal });
      services.set(name, service);
      interrupted?.throwIfAborted();
    },
  };
  try {
    const databaseUrl = await runPostgres(bringUp);
    const temporal = await runTemporal(bringUp);
    const servers = { databaseUrl, temporalAddress: temporal.address, temporalUi: temporal.ui };
    const api = await runApi(bringUp, servers);
    await runWorker(bringUp, servers);
    return { ...api, ...servers, service: (name) => services.get(name), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
