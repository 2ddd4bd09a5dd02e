import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { succeeds } from './stage.mjs';

/** @typedef {{ readonly passed: number, readonly failed: number }} Counts */

/**
 * Runs a project of jest.config.mjs and counts its tests.
 * @param {'unit' | 'integration' | 'e2e'} project
 * @param {readonly string[]} args
 * @param {{ root: string, env: NodeJS.ProcessEnv, timeoutMs: number }} options
 * @returns {Promise<{ readonly ok: boolean, readonly counts: Counts }>}
 */
export async function runJest(project, args, options) {
  const resultFile = join(options.root, 'node_modules', '.cache', 'sluice', `jest-${project}.json`);
  rmSync(resultFile, { force: true });
  const jest = join(options.root, 'node_modules', 'jest', 'bin', 'jest.js');
  const ok = await succeeds(
    [
      process.execPath,
      jest,
      '--selectProjects',
      project,
      ...args,
      '--ci',
      '--json',
      `--outputFile=${resultFile}`,
    ],
    options,
  );
  return { ok, counts: readCounts(resultFile) };
}

/**
 * A suite that could not even be loaded has no tests to count: it counts as one that failed, as does a run without
 * result.
 * @param {string} resultFile
 * @returns {Counts}
 */
function readCounts(resultFile) {
  try {
    /** @type {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number }} */
    const result = JSON.parse(readFileSync(resultFile, 'utf8'));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
