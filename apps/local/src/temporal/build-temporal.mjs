import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { StartError } from '../start-error.mjs';
import { binaryCache, cachedBinaryPath } from './binary.mjs';

/** The last release that `go install` accepts: later ones replace a module in go.mod. It holds the Web UI. */
export const TEMPORAL_CLI_VERSION = 'v1.5.1';

const KEPT_LINES = 20;

/**
 * Builds the Temporal CLI from source into our cache; minutes at first, on two cores about five.
 * @param {string} go
 * @param {NodeJS.ProcessEnv} env
 * @param {(detail: string) => void} update told what Go is doing
 * @param {AbortSignal} [interrupted]
 * @returns {Promise<string>} the program
 * @throws {StartError} with the end of Go's output
 */
export async function buildTemporal(go, env, update, interrupted) {
  mkdirSync(binaryCache(env), { recursive: true });
  const unfinished = mkdtempSync(join(binaryCache(env), 'building-'));
  try {
    await goInstall(go, { ...env, GOBIN: unfinished }, update, interrupted);
    const target = cachedBinaryPath(env);
    renameSync(join(unfinished, basename(target)), target);
    return target;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * @param {string} go
 * @param {NodeJS.ProcessEnv} env
 * @param {(detail: string) => void} update
 * @param {AbortSignal | undefined} interrupted
 * @returns {Promise<void>}
 */
function goInstall(go, env, update, interrupted) {
  const module = `github.com/temporalio/cli/cmd/temporal@${TEMPORAL_CLI_VERSION}`;
  return new Promise((resolve, reject) => {
    const child = spawn(go, ['install', '-v', module], {
      cwd: binaryCache(env),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: interrupted,
    });
    const counts = { downloaded: 0, compiled: 0 };
    /** @type {string[]} */
    const last = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      last.push(line);
      if (last.length > KEPT_LINES) last.shift();
      update(describe(line, counts));
    });
    child.stdout.resume();
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      reject(
        new StartError(
          [
            `Building the Temporal CLI failed: ${go} install ${module}`,
            ...last.map((line) => `  | ${line}`),
          ].join('\n'),
        ),
      );
    });
  });
}

/**
 * `go install -v` prints a line for each module it downloads and each package it compiles.
 * @param {string} line
 * @param {{ downloaded: number, compiled: number }} counts
 */
function describe(line, counts) {
  const module = /^go: downloading (\S+)/.exec(line)?.[1];
  if (module !== undefined) return `downloading, ${(counts.downloaded += 1)} modules: ${module}`;
  if (line.startsWith('go: ')) return line;
  return `compiling, ${(counts.compiled += 1)} packages: ${line}`;
}
