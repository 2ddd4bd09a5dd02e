import { dataDirectory } from '../../apps/local/src/data/data-directory.mjs';
import { anyFreePort } from '../../apps/local/src/net/port.mjs';
import { startProduct } from '../../apps/local/src/product.mjs';
import { createProgress } from '../../apps/local/src/progress.mjs';
import { readStartSettings } from '../../apps/local/src/settings.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { makeScratch } from './scratch.mjs';

/**
 * The whole product, built, as `npm start` brings it up, on new data in a temporary folder and on ports of its own.
 * @param {string} name of the folder
 * @param {NodeJS.ProcessEnv} [more] settings
 * @param {import('../../apps/local/src/progress.mjs').Progress} [progress]
 */
export function startOnScratch(name, more = {}, progress = createProgress()) {
  const dataDir = makeScratch(name);
  return {
    dataDir,
    start: async () => {
      const env = { ...process.env, ...(await ownSettings(dataDir)), ...more };
      return startProduct({
        root: repositoryRoot,
        env,
        settings: readStartSettings(env, repositoryRoot),
        data: dataDirectory(dataDir),
        progress,
        giveUp: progress.say,
      });
    },
  };
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
    SLUICE_SECRET: '',
    SLUICE_SECRET_KEY: '',
    SLUICE_ADMIN_PASSWORD: '',
    SLUICE_DATA_DIR: dataDir,
    SLUICE_PORT: String(await anyFreePort()),
    SLUICE_WORKER_PORT: String(await anyFreePort()),
    SLUICE_POSTGRES_PORT: String(await anyFreePort()),
    SLUICE_TEMPORAL_PORT: String(await anyFreePort()),
    SLUICE_TEMPORAL_UI_PORT: String(await anyFreePort()),
  };
}
