import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} TemporalBinary
 * @property {string} path
 * @property {string} version as the program gives it
 * @property {'path' | 'cache'} source
 */

const PROGRAM = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

/**
 * Where what we build once stays, outside the repository, in the user's own cache.
 * @param {NodeJS.ProcessEnv} env
 */
export function binaryCache(env) {
  return join(userCache(env), 'sluice', 'bin');
}

/** @param {NodeJS.ProcessEnv} env */
export function cachedBinaryPath(env) {
  return join(binaryCache(env), PROGRAM);
}

/**
 * A Temporal CLI that can serve: on PATH, or in our cache.
 * @param {NodeJS.ProcessEnv} env
 * @returns {TemporalBinary | undefined}
 */
export function findTemporalBinary(env) {
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, PROGRAM))
    .find((path) => existsSync(path));
  return (onPath && inspect(onPath, 'path')) || inspect(cachedBinaryPath(env), 'cache');
}

/**
 * @param {string} path
 * @param {TemporalBinary['source']} source
 * @returns {TemporalBinary | undefined}
 */
function inspect(path, source) {
  if (!existsSync(path)) return undefined;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const version = /temporal version (.+)/.exec(stdout ?? '')?.[1];
  return status === 0 && version !== undefined ? { path, version, source } : undefined;
}

/** @param {NodeJS.ProcessEnv} env */
function userCache(env) {
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  return join(homedir(), '.cache');
}
