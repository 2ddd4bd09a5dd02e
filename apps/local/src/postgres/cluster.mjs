import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The role that owns everything in a private cluster. */
export const ROLE = 'sluice';

/**
 * @typedef {object} NewCluster
 * @property {string} folder must not exist; its parent must be reachable for the account
 * @property {string} password of the role `sluice`
 * @property {import('./binaries.mjs').PostgresBinaries} binaries
 * @property {import('./account.mjs').Account} [account]
 */

/**
 * Creates a cluster. A half-made one never stands in its place: it is made beside it and renamed.
 * @param {NewCluster} cluster
 * @throws {Error} with what initdb said
 */
export async function createCluster({ folder, password, binaries, account }) {
  const unfinished = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    await run(
      join(binaries.folder, 'initdb'),
      [
        `--pgdata=${unfinished}`,
        `--username=${ROLE}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        ...localeArguments(binaries.major),
        '--no-instructions',
      ],
      account,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, folder);
}

/**
 * The major version a cluster was made by and can only be opened by.
 * @param {string} folder
 * @returns {number | undefined} nothing when there is no cluster
 */
export function majorOfCluster(folder) {
  const file = join(folder, 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Unicode letters everywhere, order by code point: the same on every machine and after every system upgrade.
 * @param {number} major
 */
function localeArguments(major) {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=UTF-8'] : ['--locale=C.UTF-8'];
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('./account.mjs').Account | undefined} account
 * @returns {Promise<void>}
 */
function run(command, args, account) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    let output = '';
    child.stdout.on('data', (/** @type {Buffer} */ data) => (output += data.toString()));
    child.stderr.on('data', (/** @type {Buffer} */ data) => (output += data.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`initdb failed (${command}):\n${output.trim()}`)),
    );
  });
}
