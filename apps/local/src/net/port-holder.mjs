import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { commandLineOf } from '../process/identity.mjs';

const LISTENING = '0A';

/**
 * Who listens on a port, for a message; Linux only, and only what we may see.
 * @param {number} port
 * @returns {string | undefined} for example `node server.js (process 4711)`
 */
export function portHolder(port) {
  if (process.platform !== 'linux') return undefined;
  try {
    const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeners(table, port)));
    const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && holdsSocket(name, inodes));
    return pid === undefined ? undefined : `${commandLineOf(Number(pid)).slice(0, 60)} (process ${pid})`;
  } catch {
    return undefined;
  }
}

/**
 * Inodes of the sockets listening on the port, from the columns of proc_net_tcp(5).
 * @param {string} table
 * @param {number} port
 */
function listeners(table, port) {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${hex}`) && state === LISTENING)
    .map((columns) => `socket:[${columns[9]}]`);
}

/**
 * @param {string} pid
 * @param {ReadonlySet<string>} inodes
 */
function holdsSocket(pid, inodes) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => inodes.has(readlinkSync(`/proc/${pid}/fd/${fd}`)));
  } catch {
    return false;
  }
}
