import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process for certain: numbers are used again, a number with its start time is not.
 * @typedef {{ readonly pid: number, readonly startedAt: string }} ProcessIdentity
 */

/**
 * Who runs under this number now; nothing when nobody does, or only a dead child nobody has collected.
 * @param {number} pid
 * @returns {ProcessIdentity | undefined}
 */
export function identityOf(pid) {
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startElsewhere(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** @param {ProcessIdentity} identity */
export function isRunning(identity) {
  return identityOf(identity.pid)?.startedAt === identity.startedAt;
}

/**
 * The command line of a process with spaces between its arguments, empty when it cannot be told.
 * @param {number} pid
 */
export function commandLineOf(pid) {
  if (process.platform === 'win32') return '';
  if (process.platform !== 'linux') return ps(pid, 'command=') ?? '';
  return readOrNothing(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? '';
}

/**
 * Waits until the process is gone.
 * @param {ProcessIdentity} identity
 * @param {number} patienceMs
 * @returns {Promise<boolean>} whether it went in time
 */
export async function waitUntilGone(identity, patienceMs) {
  const deadline = Date.now() + patienceMs;
  while (isRunning(identity)) {
    if (Date.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/**
 * Fields of /proc/<pid>/stat as in proc(5); the name in the second may hold spaces and brackets.
 * @param {number} pid
 */
function startOnLinux(pid) {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = afterName[0];
  if (state === 'Z' || state === 'X') return undefined;
  const boot = readOrNothing('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return `${boot}:${afterName[19]}`;
}

/** @param {number} pid */
function startElsewhere(pid) {
  if (process.platform !== 'win32') return ps(pid, 'lstart=');
  try {
    process.kill(pid, 0);
    return 'unknown';
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @param {string} field
 */
function ps(pid, field) {
  const { status, stdout } = spawnSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
}

/** @param {string} path */
function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
