import { join } from 'node:path';
import { withProgress } from '../progress.mjs';
import { settingOf } from '../settings.mjs';
import { startProgram } from './program.mjs';

/**
 * @typedef {object} Servers
 * @property {string} databaseUrl
 * @property {string} temporalAddress
 * @property {string | undefined} temporalUi
 */

/**
 * Starts the API, which makes the tables and the administrator at first, and serves the page.
 * @param {import('../product.mjs').BringUp} bringUp
 * @param {Servers} servers
 */
export async function runApi({ input, secrets, port, run }, { databaseUrl, temporalAddress, temporalUi }) {
  const { root, data, env, settings, progress } = input;
  const apiPort = await port('SLUICE_PORT');
  const url = `http://${reachable(settings.host)}:${apiPort}`;
  const adminEmail = settingOf(env, 'SLUICE_ADMIN_EMAIL') ?? 'admin@sluice.local';
  const adminPassword = settingOf(env, 'SLUICE_ADMIN_PASSWORD') ?? secrets.adminPassword;
  const environment = {
    ...env,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    SLUICE_PORT: String(apiPort),
    SLUICE_SECRET: settingOf(env, 'SLUICE_SECRET') ?? secrets.secret,
    SLUICE_SECRET_KEY: settingOf(env, 'SLUICE_SECRET_KEY') ?? secrets.secretKey,
    SLUICE_ADMIN_EMAIL: adminEmail,
    SLUICE_ADMIN_PASSWORD: adminPassword,
    SLUICE_WEB_DIR: settingOf(env, 'SLUICE_WEB_DIR') ?? join(root, 'web', 'dist'),
    SLUICE_SAMPLES_DIR: settingOf(env, 'SLUICE_SAMPLES_DIR') ?? join(root, 'examples'),
    SLUICE_LOCAL_TOKEN_FILE: settingOf(env, 'SLUICE_LOCAL_TOKEN_FILE') ?? data.localToken,
    ...(temporalUi !== undefined && { SLUICE_TEMPORAL_UI_URL: temporalUi }),
  };
  const start = () => startProgram({ name: 'api', title: 'API', root, data, env: environment, address: url });
  await withProgress(
    progress,
    'API',
    () => run('API', start),
    () => `port ${apiPort}`,
  );
  return { url, adminEmail, adminPassword };
}

/**
 * Starts the worker, for all task queues.
 * @param {import('../product.mjs').BringUp} bringUp
 * @param {Servers} servers
 */
export async function runWorker({ input, secrets, port, run }, { databaseUrl, temporalAddress }) {
  const { root, data, progress } = input;
  const workerPort = await port('SLUICE_WORKER_PORT');
  const env = {
    ...input.env,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    SLUICE_WORKER_PORT: String(workerPort),
    SLUICE_SECRET_KEY: settingOf(input.env, 'SLUICE_SECRET_KEY') ?? secrets.secretKey,
  };
  const address = `http://127.0.0.1:${workerPort}`;
  await withProgress(
    progress,
    'Worker',
    () => run('worker', () => startProgram({ name: 'worker', title: 'worker', root, data, env, address })),
    () => `health checks on port ${workerPort}`,
  );
}

/**
 * Where we reach what listens on `host` ourselves.
 * @param {string} host
 */
function reachable(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
