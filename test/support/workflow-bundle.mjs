import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { fingerprint } from '../../apps/local/src/build/fingerprint.mjs';
import { repositoryRoot } from './repository-root.mjs';

const SOURCES = ['temporal/src', 'libs/interpreter/src', 'libs/definition/src', 'package-lock.json'];

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
  const standIns = Object.values(options.alias ?? {}).map((path) => relative(repositoryRoot, path));
  const name = fingerprint(repositoryRoot, [...SOURCES, ...standIns]).slice(0, 16);
  if (Object.keys(options).length === 0) return name;
  return `${name}-${createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 8)}`;
}
