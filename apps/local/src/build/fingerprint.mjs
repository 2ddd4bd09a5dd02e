import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * One hash over the names and contents of files: equal exactly when nothing was edited, added, removed or renamed.
 * @param {string} root
 * @param {readonly string[]} paths files and folders below `root`; specs and dot files do not count
 * @returns {string}
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesOf(join(root, path))).sort()) {
    hash
      .update(relative(root, file).split(sep).join('/'))
      .update('\0')
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {readonly string[]}
 */
function filesOf(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return [];
  if (stats.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(
      ({ name }) =>
        !name.startsWith('.') && !/\.spec\.tsx?$/.test(name) && name !== 'node_modules' && name !== 'dist',
    )
    .flatMap(({ name }) => filesOf(join(path, name)));
}
