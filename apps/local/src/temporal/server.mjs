import { spawn } from 'node:child_process';
import { answers } from '../net/port.mjs';
import { startProcess, waitUntilReady } from '../process/service-process.mjs';

/**
 * @typedef {object} TemporalService
 * @property {string} binary
 * @property {number} port
 * @property {number} [uiPort] no Web UI without one
 * @property {string} [databaseFile] everything stays in memory without one
 * @property {readonly string[]} [namespaces] made beside `default`
 * @property {string} logFile
 * @property {string} pidFile
 */

/**
 * The defaults throttle a single machine: its one history shard may read its queues only 20 times a second, so each
 * dispatch waits about 37 ms. With these a step costs a quarter of that. Measured; see decision 0080.
 */
const DYNAMIC_CONFIG = {
  'history.transferProcessorMaxPollRPS': '5000',
  'history.timerProcessorMaxPollRPS': '5000',
  'history.visibilityProcessorMaxPollRPS': '5000',
  'matching.numTaskqueueReadPartitions': '1',
  'matching.numTaskqueueWritePartitions': '1',
  'matching.enableFairness': 'true',
  'system.enableActivityEagerExecution': 'true',
};

/** Survives a killed process; a power cut may cost the last moments but corrupts nothing. */
const SQLITE_PRAGMAS = ['journal_mode=wal', 'synchronous=normal'];

/** The same as the API and the worker register on servers that are not ours. */
const SEARCH_ATTRIBUTES = [
  'SluiceWorkflowId=Keyword',
  'SluiceVersion=Int',
  'SluiceOwner=Keyword',
  'SluiceStatus=Keyword',
];

const READY_WITHIN_MS = 60_000;

/**
 * Serves Temporal on this machine only, and comes back when it takes workflows.
 * @param {TemporalService} temporal
 */
export async function startTemporalServer(temporal) {
  const server = await startProcess({
    name: 'Temporal',
    command: temporal.binary,
    args: serverArguments(temporal),
    env: { ...environment(), GOGC: '300' },
    logFile: temporal.logFile,
    pidFile: temporal.pidFile,
    stopSignals: [{ signal: 'SIGTERM', patienceMs: 15_000 }],
  });
  try {
    await waitUntilReady(server, () => isServing(temporal), { timeoutMs: READY_WITHIN_MS });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** @param {TemporalService} temporal */
function serverArguments(temporal) {
  return [
    'server',
    'start-dev',
    '--ip=127.0.0.1',
    `--port=${temporal.port}`,
    '--log-level=warn',
    ...(temporal.uiPort === undefined ? ['--headless'] : [`--ui-port=${temporal.uiPort}`]),
    ...(temporal.databaseFile === undefined
      ? []
      : [
          `--db-filename=${temporal.databaseFile}`,
          ...SQLITE_PRAGMAS.map((pragma) => `--sqlite-pragma=${pragma}`),
        ]),
    ...(temporal.namespaces ?? []).map((namespace) => `--namespace=${namespace}`),
    ...Object.entries(DYNAMIC_CONFIG).map(([key, value]) => `--dynamic-config-value=${key}=${value}`),
    ...SEARCH_ATTRIBUTES.map((attribute) => `--search-attribute=${attribute}`),
  ];
}

/**
 * The port opens before the namespaces are there, so the program is asked for one.
 * @param {TemporalService} temporal
 * @returns {Promise<boolean>}
 */
async function isServing({ binary, port }) {
  if (!(await answers(port))) return false;
  return new Promise((resolve) => {
    const args = ['operator', 'namespace', 'describe', '--namespace=default', `--address=127.0.0.1:${port}`];
    spawn(binary, args, { env: environment(), stdio: 'ignore', timeout: 5000 })
      .once('error', () => resolve(false))
      .once('exit', (code) => resolve(code === 0));
  });
}

/** The program reads settings of its own from the environment, meant for other servers than this one. */
function environment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}
