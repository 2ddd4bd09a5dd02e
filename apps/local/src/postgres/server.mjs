import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, identityOf, waitUntilGone } from '../process/identity.mjs';
import { startProcess, waitUntilReady } from '../process/service-process.mjs';
import { ROLE } from './cluster.mjs';
import { canConnect } from './database.mjs';

/**
 * @typedef {object} ClusterService
 * @property {string} folder the cluster
 * @property {string} password
 * @property {number} port
 * @property {import('./binaries.mjs').PostgresBinaries} binaries
 * @property {import('./account.mjs').Account} [account]
 * @property {string} logFile
 * @property {string} pidFile
 * @property {readonly string[]} [settings] more `name=value` settings of the server
 */

/** Fast shutdown, which ends sessions and writes everything; then the immediate one. @type {readonly import('../process/service-process.mjs').Signal[]} */
export const STOP_SIGNALS = [
  { signal: 'SIGINT', patienceMs: 15_000 },
  { signal: 'SIGQUIT', patienceMs: 5_000 },
];

const READY_WITHIN_MS = 120_000;

/**
 * Serves a cluster on this machine only, and comes back when it takes connections.
 * @param {ClusterService} cluster
 */
export async function startPostgresServer(cluster) {
  await clearStalePostmasterFile(cluster.folder);
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${cluster.port}`,
    'unix_socket_directories=',
    'max_connections=200',
    'synchronous_commit=on',
    'logging_collector=off',
    ...(cluster.settings ?? []),
  ];
  const server = await startProcess({
    name: 'Postgres',
    command: join(cluster.binaries.folder, 'postgres'),
    args: ['-D', cluster.folder, ...settings.flatMap((setting) => ['-c', setting])],
    cwd: '/',
    logFile: cluster.logFile,
    pidFile: cluster.pidFile,
    stopSignals: STOP_SIGNALS,
    ...(cluster.account && { account: cluster.account }),
  });
  try {
    const url = postgresUrl(cluster);
    await waitUntilReady(server, () => canConnect(url), { timeoutMs: READY_WITHIN_MS, everyMs: 50 });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/**
 * @param {{ password: string, port: number }} cluster
 * @param {string} [database]
 */
export function postgresUrl({ password, port }, database = 'postgres') {
  return `postgres://${ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * Postgres trusts the number in postmaster.pid and refuses to start while any process of its user has it. A real
 * server on the cluster is ended first; a number that went to another process, or to a dead one that nobody collected,
 * is cleared. Postgres itself still refuses while an old backend has the shared memory.
 * @param {string} folder
 */
async function clearStalePostmasterFile(folder) {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const identity = identityOf(Number.parseInt(readFileSync(file, 'utf8')));
  if (identity && commandLineOf(identity.pid).includes(folder)) {
    process.kill(identity.pid, 'SIGINT');
    if (!(await waitUntilGone(identity, 15_000))) process.kill(identity.pid, 'SIGQUIT');
    await waitUntilGone(identity, 5_000);
  }
  rmSync(file, { force: true });
}
