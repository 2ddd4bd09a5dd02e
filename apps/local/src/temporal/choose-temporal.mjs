import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { StartError } from '../start-error.mjs';
import { findTemporalBinary } from './binary.mjs';

/**
 * @typedef {{ readonly kind: 'external', readonly address: string }} ExternalTemporal
 * @typedef {{ readonly kind: 'private', readonly binary: import('./binary.mjs').TemporalBinary }} PrivateTemporal
 * @typedef {{ readonly kind: 'build', readonly go: string, readonly goVersion: string }} TemporalToBuild
 * @typedef {ExternalTemporal | PrivateTemporal | TemporalToBuild} TemporalChoice
 */

/**
 * The ladder: a server that was given; else the Temporal CLI of the machine or of our cache; else one built with Go.
 * @param {{ temporalAddress: string | undefined, env: NodeJS.ProcessEnv }} given
 * @returns {TemporalChoice}
 * @throws {StartError} saying what to do, when no rung holds
 */
export function chooseTemporal({ temporalAddress, env }) {
  if (temporalAddress !== undefined) return { kind: 'external', address: temporalAddress };
  const binary = findTemporalBinary(env);
  if (binary) return { kind: 'private', binary };
  const go = findGo(env);
  if (go) return { kind: 'build', ...go };
  throw new StartError(
    [
      'No Temporal server. Do one of these and start again:',
      '  - install the Temporal CLI and put `temporal` on PATH (macOS: brew install temporal; other systems: https://docs.temporal.io/cli)',
      '  - install Go 1.25 or newer (Debian: apt-get install golang-go): Sluice then builds the CLI itself, once',
      '  - set TEMPORAL_ADDRESS to a Temporal server, for example 127.0.0.1:7233',
    ].join('\n'),
  );
}

/** @param {NodeJS.ProcessEnv} env */
function findGo(env) {
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/local/go/bin', '/opt/homebrew/bin'];
  const program = process.platform === 'win32' ? 'go.exe' : 'go';
  for (const go of folders.filter((folder) => folder !== '').map((folder) => join(folder, program))) {
    if (!existsSync(go)) continue;
    const goVersion = /go version go(\S+)/.exec(
      spawnSync(go, ['version'], { encoding: 'utf8' }).stdout ?? '',
    )?.[1];
    if (goVersion !== undefined) return { go, goVersion };
  }
  return undefined;
}
