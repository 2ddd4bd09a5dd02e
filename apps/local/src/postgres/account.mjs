import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A user of this machine that Postgres can run as: it refuses to run as root.
 * @typedef {{ readonly name: string, readonly uid: number, readonly gid: number }} Account
 */

/** In this order; none is ever created. */
const CANDIDATES = ['postgres', 'node', 'nobody'];

/**
 * The unprivileged user for Postgres, when we are root and need one.
 * @returns {Account | undefined} nothing when we are not root
 * @throws {Error} when root has no such user to offer
 */
export function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
  const account = CANDIDATES.map((name) => users.find((user) => user.name === name)).find((user) => user);
  if (account) return account;
  throw new Error(
    `Postgres does not run as root, and none of the users ${CANDIDATES.join(', ')} exists here. ` +
      'Start Sluice as an ordinary user, or point DATABASE_URL at a Postgres server.',
  );
}

/**
 * Whether the account may enter a folder or run a file. Asked of the system, since modes of all parents,
 * access lists and mounts have their say.
 * @param {Account | undefined} account nothing means ourselves
 * @param {string} path
 */
export function canReach(account, path) {
  if (!account) return true;
  const { uid, gid } = account;
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { uid, gid, cwd: '/' }).status === 0;
}
