import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { buildChanged } from '../../apps/local/src/build/build.mjs';
import { dataDirectory } from '../../apps/local/src/data/data-directory.mjs';
import { anyFreePort } from '../../apps/local/src/net/port.mjs';
import { startProduct } from '../../apps/local/src/product.mjs';
import { createProgress } from '../../apps/local/src/progress.mjs';
import { readStartSettings } from '../../apps/local/src/settings.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { keepForTeardown } from './running.mjs';
import { makeScratch, removeScratch } from './scratch.mjs';

/**
 * Jest's global setup of the browser tests: the whole product, built, as `npm start` brings it up, on new data. A
 * product that runs already is used when SLUICE_E2E_URL, SLUICE_E2E_EMAIL and SLUICE_E2E_PASSWORD are set.
 */
export default async function setUp() {
  if (process.env['SLUICE_E2E_URL'] !== undefined) return;
  const progress = createProgress();
  await buildChanged(repositoryRoot, progress);
  const dataDir = makeScratch('e2e');
  const env = { ...process.env, ...(await ownSettings(dataDir)) };
  const product = await startProduct({
    root: repositoryRoot,
    env,
    settings: readStartSettings(env, repositoryRoot),
    data: dataDirectory(dataDir),
    progress,
    giveUp: (reason) => progress.say(reason),
  });
  keepForTeardown({
    stop: async () => {
      await product.stop();
      keepLogs(dataDir);
      removeScratch(dataDir);
    },
  });
  process.env['SLUICE_E2E_URL'] = product.url;
  process.env['SLUICE_E2E_EMAIL'] = product.adminEmail;
  process.env['SLUICE_E2E_PASSWORD'] = product.adminPassword;
  process.env['SLUICE_E2E_DATA_DIR'] = dataDir;
}

/**
 * Nothing from the environment may lead to servers that hold somebody's data.
 * @param {string} dataDir
 */
async function ownSettings(dataDir) {
  return {
    DATABASE_URL: '',
    TEMPORAL_ADDRESS: '',
    TEMPORAL_NAMESPACE: '',
    SLUICE_HOST: '',
    SLUICE_DATA_DIR: dataDir,
    SLUICE_PORT: String(await anyFreePort()),
    SLUICE_WORKER_PORT: String(await anyFreePort()),
    SLUICE_POSTGRES_PORT: String(await anyFreePort()),
    SLUICE_TEMPORAL_PORT: String(await anyFreePort()),
    SLUICE_TEMPORAL_UI_PORT: String(await anyFreePort()),
  };
}

/**
 * For looking at after a failure.
 * @param {string} dataDir
 */
function keepLogs(dataDir) {
  cpSync(join(dataDir, 'logs'), join(repositoryRoot, 'test', 'artifacts', 'logs'), { recursive: true });
}
