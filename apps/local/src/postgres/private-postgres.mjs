import { dirname, join } from 'node:path';
import { endLeftover } from '../process/service-process.mjs';
import { createCluster, majorOfCluster } from './cluster.mjs';
import { ensureDatabase } from './database.mjs';
import { reachableBinaries } from './npm-binaries.mjs';
import { keepPlace } from './placement.mjs';
import { STOP_SIGNALS, postgresUrl, startPostgresServer } from './server.mjs';

const DATABASE = 'sluice';
const SERVICE = 'postgres';

/**
 * @typedef {object} PrivateCluster
 * @property {string} url of the product's database
 * @property {() => Promise<import('../process/service-process.mjs').ServiceProcess>} start
 */

/**
 * Makes the cluster of a data directory ready to be started; creates it at first.
 * @param {import('./choose-postgres.mjs').PrivatePostgres} choice
 * @param {{ data: import('../data/data-directory.mjs').DataDirectory, password: string, port: number }} given
 * @returns {Promise<PrivateCluster>}
 */
export async function preparePrivatePostgres({ binaries: found, placement }, { data, password, port }) {
  const { folder, account } = placement;
  keepPlace(data, placement);
  const binaries = reachableBinaries(found, account, join(dirname(folder), `postgres-${found.version}`));
  const cluster = {
    folder,
    password,
    port,
    binaries,
    logFile: data.log(SERVICE),
    pidFile: data.pid(SERVICE),
    ...(account && { account }),
  };
  if (majorOfCluster(folder) === undefined) await createCluster(cluster);
  return {
    url: postgresUrl(cluster, DATABASE),
    start: async () => {
      const server = await startPostgresServer(cluster);
      await ensureDatabase(postgresUrl(cluster), DATABASE);
      return server;
    },
  };
}

/**
 * Ends a server that an earlier start left running.
 * @param {import('../data/data-directory.mjs').DataDirectory} data
 */
export function endLeftoverPostgres(data) {
  return endLeftover({ pidFile: data.pid(SERVICE), expectedCommand: 'postgres', stopSignals: STOP_SIGNALS });
}
