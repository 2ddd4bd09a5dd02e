import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { npmNativeFolder, restoreLinks } from './npm-binaries.mjs';

/**
 * @typedef {object} PostgresBinaries
 * @property {string} folder holds `postgres` and `initdb`
 * @property {string} version for example 15.18
 * @property {number} major
 * @property {'machine' | 'npm'} source
 */

/** Older ones lack what our schema needs (NULLS NOT DISTINCT). */
export const LOWEST_MAJOR = 15;

/**
 * All Postgres programs usable here, best first: those of the machine, then those of npm.
 * @param {string} root the product's folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly PostgresBinaries[]}
 */
export function findBinaries(root, env) {
  const machine = [...new Set(machineFolders(env))].flatMap((folder) => inspect(folder, 'machine'));
  return [...machine, ...npmBinaries(root)];
}

/** @param {NodeJS.ProcessEnv} env */
function machineFolders(env) {
  const onPath = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    ...onPath,
    ...versioned('/usr/lib/postgresql', /^\d+$/),
    ...versioned('/opt/homebrew/opt', /^postgresql@\d+$/),
    ...versioned('/usr/local/opt', /^postgresql@\d+$/),
    ...versioned('/Library/PostgreSQL', /^\d+$/),
  ];
}

/**
 * @param {string} parent
 * @param {RegExp} pattern
 */
function versioned(parent, pattern) {
  if (!existsSync(parent)) return [];
  const number = (/** @type {string} */ name) => Number(name.replace(/\D/g, ''));
  return readdirSync(parent)
    .filter((name) => pattern.test(name))
    .sort((a, b) => number(b) - number(a))
    .map((name) => join(parent, name, 'bin'));
}

/** @param {string} root */
function npmBinaries(root) {
  const native = npmNativeFolder(root);
  if (!native) return [];
  restoreLinks(native);
  return inspect(join(native, 'bin'), 'npm');
}

/**
 * @param {string} folder
 * @param {PostgresBinaries['source']} source
 * @returns {readonly PostgresBinaries[]} one, or none when there is no usable Postgres
 */
function inspect(folder, source) {
  if (!program(folder, 'initdb') || !program(folder, 'postgres')) return [];
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  const version = /\(PostgreSQL\) (\d+(?:\.\d+)?)/.exec(stdout ?? '')?.[1];
  if (version === undefined || Number.parseInt(version) < LOWEST_MAJOR) return [];
  return [{ folder, version, major: Number.parseInt(version), source }];
}

/**
 * @param {string} folder
 * @param {string} name
 */
function program(folder, name) {
  return existsSync(join(folder, process.platform === 'win32' ? `${name}.exe` : name));
}
