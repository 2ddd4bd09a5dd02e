import { StartError } from '../start-error.mjs';
import { LOWEST_MAJOR, findBinaries } from './binaries.mjs';
import { majorOfCluster } from './cluster.mjs';
import { placeCluster } from './placement.mjs';

/**
 * @typedef {{ readonly kind: 'external', readonly url: string }} ExternalPostgres
 * @typedef {{ readonly kind: 'private', readonly binaries: import('./binaries.mjs').PostgresBinaries, readonly placement: import('./placement.mjs').Placement }} PrivatePostgres
 * @typedef {ExternalPostgres | PrivatePostgres} PostgresChoice
 */

/**
 * The ladder: a server that was given; else a private cluster with the machine's programs; else with those of npm.
 * A cluster that exists is only ever opened by the version that made it.
 * @param {object} given
 * @param {string | undefined} given.databaseUrl
 * @param {import('../data/data-directory.mjs').DataDirectory} given.data
 * @param {string} given.root
 * @param {NodeJS.ProcessEnv} given.env
 * @returns {PostgresChoice}
 * @throws {StartError} saying what to do, when no rung holds
 */
export function choosePostgres({ databaseUrl, data, root, env }) {
  if (databaseUrl !== undefined) return { kind: 'external', url: databaseUrl };
  const found = findBinaries(root, env);
  const placement = placeCluster(data);
  const major = majorOfCluster(placement.folder);
  const binaries = major === undefined ? found[0] : found.find((candidate) => candidate.major === major);
  if (binaries) return { kind: 'private', binaries, placement };
  if (major !== undefined) {
    const versions = found.map(({ version }) => version).join(', ') || 'none';
    throw new StartError(
      `The data in ${placement.folder} was made by PostgreSQL ${major}, and only that version opens it. ` +
        `Found here: ${versions}. Install PostgreSQL ${major}, or start with another SLUICE_DATA_DIR.`,
    );
  }
  throw new StartError(
    `No PostgreSQL ${LOWEST_MAJOR} or newer on this machine, and npm has none for ${process.platform}-${process.arch} here. ` +
      'Install one from your system (Debian: apt-get install postgresql), or set DATABASE_URL.',
  );
}
