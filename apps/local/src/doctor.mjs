import { existsSync } from 'node:fs';
import { isInstalled } from './build/install.mjs';
import { outdatedTargets } from './build/build.mjs';
import { dataDirectory } from './data/data-directory.mjs';
import { lockHolder } from './data/lock.mjs';
import { portHolder } from './net/port-holder.mjs';
import { isFree } from './net/port.mjs';
import { findBinaries } from './postgres/binaries.mjs';
import { choosePostgres } from './postgres/choose-postgres.mjs';
import { LOWEST_NODE } from './node-version.mjs';
import { readStartSettings } from './settings.mjs';
import { StartError } from './start-error.mjs';
import { TEMPORAL_CLI_VERSION } from './temporal/build-temporal.mjs';
import { chooseTemporal } from './temporal/choose-temporal.mjs';
import { findChromium } from './testing/chromium.mjs';

/** @typedef {{ readonly state: 'good' | 'note' | 'bad', readonly subject: string, readonly text: string }} Finding */

const MARKS = { good: '✓', note: '!', bad: '✗' };

/**
 * Says what a start would find, lack and choose; changes nothing.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} 0 when a start would work
 */
export async function doctor(root, env) {
  const settings = readStartSettings(env, root);
  const data = dataDirectory(settings.dataDir);
  const running = lockHolder(data.lock);
  const findings = [
    good(
      'Node.js',
      `${process.versions.node} (needs ${LOWEST_NODE} or newer), ${process.platform}-${process.arch}`,
    ),
    isInstalled(root)
      ? good('Packages', 'as in package-lock.json')
      : note('Packages', 'missing or outdated: npm start installs them'),
    builtCode(root),
    dataFinding(data.path, running),
    ...postgresFindings({ databaseUrl: settings.databaseUrl, data, root, env }),
    temporalFinding({ temporalAddress: settings.temporalAddress, env }),
    ...(running === undefined ? await portFindings(settings) : []),
    chromiumFinding(env),
  ];
  for (const { state, subject, text } of findings) {
    console.log(`${MARKS[state]} ${subject.padEnd(16)} ${text.replaceAll('\n', `\n${' '.repeat(19)}`)}`);
  }
  return findings.some(({ state }) => state === 'bad') ? 1 : 0;
}

/** @param {string} root */
function builtCode(root) {
  const outdated = outdatedTargets(root);
  return outdated.length === 0
    ? good('Built code', 'up to date')
    : note('Built code', `npm start builds ${outdated.join(', ')}`);
}

/**
 * @param {string} path
 * @param {number | undefined} running
 */
function dataFinding(path, running) {
  if (running !== undefined) return note('Data', `${path}: Sluice is running on it (process ${running})`);
  return good('Data', existsSync(path) ? path : `${path}: not there yet, npm start makes it`);
}

/**
 * @param {Parameters<typeof choosePostgres>[0]} given
 * @returns {readonly Finding[]}
 */
function postgresFindings(given) {
  const found = findBinaries(given.root, given.env).map(
    ({ version, folder, source }) => `${version} of ${source === 'npm' ? 'npm' : 'the machine'} (${folder})`,
  );
  return [
    chosen('Postgres', () => {
      const choice = choosePostgres(given);
      if (choice.kind === 'external') return 'the server in DATABASE_URL';
      const { binaries, placement } = choice;
      const user = placement.account ? `, as user ${placement.account.name}` : '';
      return `private server ${binaries.version} with ${binaries.folder}, data in ${placement.folder}${user}`;
    }),
    note('', `found: ${found.join(', ') || 'no PostgreSQL 15 or newer'}`),
  ];
}

/** @param {Parameters<typeof chooseTemporal>[0]} given */
function temporalFinding(given) {
  return chosen('Temporal', () => {
    const choice = chooseTemporal(given);
    if (choice.kind === 'external') return `the server at ${choice.address}`;
    if (choice.kind === 'private')
      return `private server with ${choice.binary.path} (${choice.binary.version})`;
    return `npm start builds the Temporal CLI ${TEMPORAL_CLI_VERSION} with ${choice.go} (Go ${choice.goVersion}), once, about five minutes`;
  });
}

/**
 * @param {import('./settings.mjs').StartSettings} settings
 * @returns {Promise<readonly Finding[]>}
 */
async function portFindings(settings) {
  return Promise.all(
    Object.values(settings.ports).map(async ({ setting, port, explicit, host }) => {
      if (await isFree(port, host)) return good('Port', `${port} is free (${setting})`);
      const taken = `${port} is taken by ${portHolder(port) ?? 'another process'} (${setting})`;
      return explicit
        ? bad('Port', `${taken}: set it to a free one`)
        : note('Port', `${taken}: npm start takes the next free one`);
    }),
  );
}

/** @param {NodeJS.ProcessEnv} env */
function chromiumFinding(env) {
  const path = findChromium(env);
  return path === undefined
    ? note('Browser', 'no Chromium: only the browser tests of npm test need it')
    : good('Browser', `${path}, for the tests`);
}

/**
 * @param {string} subject
 * @param {() => string} choose
 * @returns {Finding}
 */
function chosen(subject, choose) {
  try {
    return good(subject, choose());
  } catch (error) {
    if (error instanceof StartError) return bad(subject, error.message);
    throw error;
  }
}

/** @type {(subject: string, text: string) => Finding} */
const good = (subject, text) => ({ state: 'good', subject, text });
/** @type {(subject: string, text: string) => Finding} */
const note = (subject, text) => ({ state: 'note', subject, text });
/** @type {(subject: string, text: string) => Finding} */
const bad = (subject, text) => ({ state: 'bad', subject, text });
