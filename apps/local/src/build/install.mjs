import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { StartError } from '../start-error.mjs';

/** @typedef {Readonly<Record<string, { readonly version?: string, readonly optional?: boolean, readonly peer?: boolean }>>} LockedPackages */

const POLL_MS = 1_000;
const KEPT_OUTPUT = 4_000;

/**
 * Whether node_modules holds what the lock file says. npm writes its own copy of the lock last, so an install that was
 * broken off does not count.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional === true && present[path] === undefined),
  );
}

/**
 * Installs exactly what the lock file says, without running any package's own scripts.
 * @param {string} root
 * @param {(detail: string) => void} update
 * @param {AbortSignal} [interrupted]
 * @returns {Promise<void>}
 * @throws {StartError} with the end of npm's output
 */
export function install(root, update, interrupted) {
  const wanted = Object.keys(packagesOf(join(root, 'package-lock.json')) ?? {}).filter((path) => path !== '');
  const [command, ...first] = npmCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: interrupted,
      shell: process.platform === 'win32' && first.length === 0,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on(
        'data',
        (/** @type {Buffer} */ data) => (output = (output + data.toString()).slice(-KEPT_OUTPUT)),
      );
    }
    const poll = setInterval(() => {
      const unpacked = wanted.filter((path) => existsSync(join(root, path, 'package.json'))).length;
      update(
        unpacked === 0 ? `fetching ${wanted.length} packages` : `${unpacked} of ${wanted.length} packages`,
      );
    }, POLL_MS);
    child.once('error', (error) => (clearInterval(poll), reject(error)));
    child.once('close', (code) => {
      clearInterval(poll);
      if (code === 0) return resolve();
      reject(new StartError(`npm ci failed:\n${indent(output)}`));
    });
  });
}

/**
 * npm as it started us, else the one on PATH.
 * @returns {[string, ...string[]]}
 */
export function npmCommand() {
  const running = process.env['npm_execpath'];
  return running !== undefined && /\.c?js$/.test(running) ? [process.execPath, running] : ['npm'];
}

/** @param {string} text */
export function indent(text) {
  return stripVTControlCharacters(text)
    .trimEnd()
    .split('\n')
    .map((line) => `  | ${line}`)
    .join('\n');
}

/**
 * @param {string} lockFile
 * @returns {LockedPackages | undefined}
 */
function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
