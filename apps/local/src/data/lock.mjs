import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isRunning } from '../process/identity.mjs';

/**
 * @typedef {object} LockHolder
 * @property {number} pid
 * @property {string} startedAt
 */

/**
 * Takes a lock that names its holder. One left by a process that is gone, killed or from before a reboot, is taken over.
 * @param {string} path
 * @returns {{ readonly kind: 'taken', readonly release: () => void } | { readonly kind: 'held', readonly pid: number }}
 */
export function takeLock(path) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
  try {
    for (;;) {
      if (linkAlone(own, path)) return { kind: 'taken', release: () => rmSync(path, { force: true }) };
      const seen = readOrNothing(path);
      const holder = seen === undefined ? undefined : parse(seen);
      if (holder && isRunning(holder)) return { kind: 'held', pid: holder.pid };
      if (seen !== undefined) clearStale(path, seen);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Who holds the lock now, without taking it.
 * @param {string} path
 * @returns {number | undefined} a process number
 */
export function lockHolder(path) {
  const holder = parse(readOrNothing(path) ?? '');
  return holder && isRunning(holder) ? holder.pid : undefined;
}

/**
 * Linking fails when the name exists, and what appears under it is complete at once.
 * @param {string} from
 * @param {string} to
 */
function linkAlone(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Two starts may find the same stale lock: the slower one must not remove the faster one's new lock.
 * @param {string} path
 * @param {string} seen
 */
function clearStale(path, seen) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readOrNothing(aside) !== seen) linkAlone(aside, path);
  rmSync(aside, { force: true });
}

/** @param {string} path */
function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} text
 * @returns {LockHolder | undefined}
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
