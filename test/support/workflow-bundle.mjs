import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fingerprint } from '../../apps/local/src/build/fingerprint.mjs';
import { repositoryRoot } from './repository-root.mjs';

const SOURCES = ['temporal/src', 'libs/interpreter/src', 'libs/definition/src', 'package-lock.json'];

/**
 * Builds the workflow code from the sources as they are, or finds it built.
 * @returns {Promise<string>} the path for a worker's `workflowBundle.codePath`
 */
export async function buildWorkflowBundle() {
  const name = `workflow-bundle-${fingerprint(repositoryRoot, SOURCES).slice(0, 16)}.js`;
  const path = join(repositoryRoot, 'node_modules', '.cache', 'sluice', name);
  if (existsSync(path)) return path;
  const support = join(repositoryRoot, 'test', 'support');
  await promisify(execFile)(
    process.execPath,
    ['--import', join(support, 'typescript-loader.mjs'), join(support, 'bundle-workflows.mjs'), path],
    { cwd: repositoryRoot },
  );
  return path;
}
