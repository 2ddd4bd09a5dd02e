import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeJson } from '../data/secrets.mjs';
import { StartError } from '../start-error.mjs';
import { canReach, unprivilegedAccount } from './account.mjs';

/** Clusters whose data directory stands where Postgres cannot go, such as a home of mode 0700, when root starts us. */
const SYSTEM_FOLDER = '/var/lib/sluice';

/**
 * Where a data directory's cluster is and who serves it.
 * @typedef {object} Placement
 * @property {string} folder
 * @property {import('./account.mjs').Account} [account]
 */

/**
 * Finds the cluster of the data directory, or chooses where a new one goes. Nobody's folder is opened for Postgres: when
 * it may not pass through to the data directory, the cluster goes to the system's place for such data.
 * @param {import('../data/data-directory.mjs').DataDirectory} data
 * @returns {Placement}
 */
export function placeCluster(data) {
  const known = readPlace(data.cluster);
  if (known !== undefined) return { folder: known, ...accountFor(known) };
  const account = unprivilegedAccount();
  if (canReach(account, nearestFolder(data.path)))
    return { folder: join(data.path, 'postgres'), ...(account && { account }) };
  return { folder: join(SYSTEM_FOLDER, randomUUID(), 'postgres'), ...(account && { account }) };
}

/**
 * Notes where the cluster is, once and for all.
 * @param {import('../data/data-directory.mjs').DataDirectory} data
 * @param {Placement} placement
 */
export function keepPlace(data, { folder, account }) {
  if (folder.startsWith(`${SYSTEM_FOLDER}/`)) mkdirSync(join(folder, '..'), { recursive: true, mode: 0o711 });
  if (account && !canReach(account, join(folder, '..'))) {
    throw new StartError(
      `Postgres, running as user ${account.name}, cannot reach ${folder}. Choose another SLUICE_DATA_DIR.`,
    );
  }
  writeJson(data.cluster, { folder });
}

/**
 * The folder itself, or, when it is not made yet, the one it will be made in.
 * @param {string} path
 * @returns {string}
 */
function nearestFolder(path) {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}

/** @param {string} file */
function readPlace(file) {
  if (!existsSync(file)) return undefined;
  /** @type {{ folder: string }} */
  const { folder } = JSON.parse(readFileSync(file, 'utf8'));
  return folder;
}

/**
 * Postgres serves only a cluster of its own user: as root we run as whoever that is.
 * @param {string} folder
 * @returns {{ account?: import('./account.mjs').Account }}
 */
function accountFor(folder) {
  const account = unprivilegedAccount();
  if (!account || !existsSync(folder)) return account ? { account } : {};
  const { uid, gid } = statSync(folder);
  return { account: uid === account.uid ? account : { name: `number ${uid}`, uid, gid } };
}
