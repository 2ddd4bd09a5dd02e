import { spawn } from 'node:child_process';
import { npmCommand } from '../build/install.mjs';
import { formatDuration } from '../progress.mjs';

/** @typedef {{ readonly name: string, readonly ok: boolean, readonly durationMs: number }} StageResult */

/**
 * Runs one stage of the tests with a headline, and notes how it went; a stage that throws has failed.
 * @param {string} name
 * @param {() => Promise<boolean>} work
 * @returns {Promise<StageResult>}
 */
export async function runStage(name, work) {
  console.log(`\n── ${name} ──`);
  const startedAt = Date.now();
  let ok = false;
  try {
    ok = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  const durationMs = Date.now() - startedAt;
  console.log(`── ${name}: ${ok ? 'passed' : 'FAILED'} in ${formatDuration(durationMs)} ──`);
  return { name, ok, durationMs };
}

/**
 * Runs a command with its output shown and nothing to read.
 * @param {readonly string[]} command
 * @param {{ root: string, env: NodeJS.ProcessEnv, timeoutMs: number, shell?: boolean }} options
 * @returns {Promise<boolean>} whether it ended well and in time
 */
export function succeeds([command = '', ...args], { root, env, timeoutMs, shell = false }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: timeoutMs,
      shell,
    });
    child.once('error', (error) => (console.error(error.message), resolve(false)));
    child.once('close', (code, signal) => {
      if (signal !== null)
        console.error(`Ended by ${signal}; a stage may take ${formatDuration(timeoutMs)}.`);
      resolve(code === 0);
    });
  });
}

/**
 * @param {string} script
 * @returns {readonly string[]}
 */
export function npmRun(script) {
  return [...npmCommand(), 'run', '--silent', script];
}
