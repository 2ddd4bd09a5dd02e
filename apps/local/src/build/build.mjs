import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withProgress } from '../progress.mjs';
import { StartError } from '../start-error.mjs';
import { fingerprint } from './fingerprint.mjs';
import { indent, npmCommand } from './install.mjs';
import { TARGETS } from './targets.mjs';

const KEPT_OUTPUT = 6_000;

/**
 * Builds those targets whose sources are not the ones of their last build.
 * @param {string} root
 * @param {import('../progress.mjs').Progress} progress
 * @param {AbortSignal} [interrupted]
 * @throws {StartError} with the end of the builder's output
 */
export async function buildChanged(root, progress, interrupted) {
  for (const target of TARGETS) {
    const sources = fingerprint(root, target.sources);
    if (isBuilt(root, target, sources)) continue;
    await withProgress(
      progress,
      target.title,
      (update) => runScript(root, target.script, update, interrupted),
      () => 'done',
    );
    const mark = markOf(root, target);
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, sources);
  }
}

/**
 * @param {string} root
 * @returns {readonly string[]} names of the targets that the next start would build
 */
export function outdatedTargets(root) {
  return TARGETS.filter((target) => !isBuilt(root, target, fingerprint(root, target.sources))).map(
    ({ name }) => name,
  );
}

/**
 * @param {string} root
 * @param {import('./targets.mjs').Target} target
 * @param {string} sources
 */
function isBuilt(root, target, sources) {
  const mark = markOf(root, target);
  return existsSync(join(root, target.output)) && existsSync(mark) && readFileSync(mark, 'utf8') === sources;
}

/**
 * @param {string} root
 * @param {import('./targets.mjs').Target} target
 */
function markOf(root, target) {
  return join(root, 'node_modules', '.cache', 'sluice', `built-${target.name}`);
}

/**
 * @param {string} root
 * @param {string} script
 * @param {(detail: string) => void} update
 * @param {AbortSignal | undefined} interrupted
 * @returns {Promise<void>}
 */
function runScript(root, script, update, interrupted) {
  const [command, ...first] = npmCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, 'run', '--silent', script], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: interrupted,
      shell: process.platform === 'win32' && first.length === 0,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ data) => {
        output = (output + data.toString()).slice(-KEPT_OUTPUT);
        const last = data.toString().trim().split('\n').at(-1);
        if (last) update(last.slice(0, 80));
      });
    }
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new StartError(`npm run ${script} failed:\n${indent(output)}`)),
    );
  });
}
