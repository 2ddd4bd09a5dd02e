import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { anyFreePort } from '../../apps/local/src/net/port.mjs';
import { unprivilegedAccount } from '../../apps/local/src/postgres/account.mjs';
import { findBinaries } from '../../apps/local/src/postgres/binaries.mjs';
import { createCluster } from '../../apps/local/src/postgres/cluster.mjs';
import { reachableBinaries } from '../../apps/local/src/postgres/npm-binaries.mjs';
import { postgresUrl, startPostgresServer } from '../../apps/local/src/postgres/server.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { makeScratch, removeScratch } from './scratch.mjs';

/**
 * A private Postgres cluster in a temporary folder.
 * @typedef {object} TestPostgres
 * @property {string} url database `postgres`, as a superuser
 * @property {() => Promise<void>} stop stops the server and removes its data
 */

/**
 * Starts a new, empty cluster with the same modules `npm start` uses. Data is not flushed to disk.
 * @returns {Promise<TestPostgres>}
 */
export async function startPostgres() {
  const [found] = findBinaries(repositoryRoot, process.env);
  if (!found) throw new Error('No Postgres for the tests: run `npm run doctor`.');
  const scratch = makeScratch('postgres');
  const account = unprivilegedAccount();
  const cluster = {
    folder: join(scratch, 'cluster'),
    password: randomBytes(12).toString('hex'),
    port: await anyFreePort(),
    binaries: reachableBinaries(found, account, join(scratch, 'native')),
    logFile: join(scratch, 'postgres.log'),
    pidFile: join(scratch, 'postgres.pid'),
    settings: ['fsync=off', 'full_page_writes=off'],
    ...(account && { account }),
  };
  await createCluster(cluster);
  const server = await startPostgresServer(cluster);
  return {
    url: postgresUrl(cluster),
    stop: async () => {
      await server.stop();
      removeScratch(dirname(cluster.folder));
    },
  };
}
