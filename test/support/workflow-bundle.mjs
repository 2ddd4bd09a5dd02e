import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { fingerprint } from '../../apps/local/src/build/fingerprint.mjs';
import { repositoryRoot } from './repository-root.mjs';

const SOURCES = ['temporal/src', 'libs/interpreter/src', 'libs/definition/src', 'package-lock.json'];

/** Options for the code that tells what it asks for: what tables are made anew with. */
export const WATCHED = {
  interceptors: [join(repositoryRoot, 'temporal', 'src', 'replay', 'interceptors.ts')],
  sourceMap: false,
};

/**
 * Builds the workflow code from the sources as they are, or finds it built.
 * @param {import('../../temporal/src/bundle.js').BundleOptions} [options] with absolute paths
 * @returns {Promise<string>} the path for a worker's `workflowBundle.codePath`
 */
export async function buildWorkflowBundle(options = {}) {
  const path = join(
    repositoryRoot,
    'node_modules',
    '.cache',
    'sluice',
    `workflow-bundle-${nameOf(options)}.js`,
  );
  if (existsSync(path)) return path;
  const support = join(repositoryRoot, 'test', 'support');
  await promisify(execFile)(
    process.execPath,
    [
      '--import',
      join(support, 'typescript-loader.mjs'),
      join(support, 'bundle-workflows.mjs'),
      path,
      JSON.stringify(options),
    ],
    { cwd: repositoryRoot },
  );
  return path;
}

/**
 * The same for the same sources and options.
 * @param {import('../../temporal/src/bundle.js').BundleOptions} options
 */
function nameOf(options) {
  const own = [...(options.interceptors ?? []), ...Object.values(options.alias ?? {})];
  const sources = [...SOURCES, ...own.map((path) => relative(repositoryRoot, path))];
  const name = fingerprint(repositoryRoot, sources).slice(0, 16);
  if (own.length === 0) return name;
  return `${name}-${createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 8)}`;
}
