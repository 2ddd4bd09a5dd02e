import { buildChanged } from '../../apps/local/src/build/build.mjs';
import { createProgress } from '../../apps/local/src/progress.mjs';
import { keepLogs } from './keep-logs.mjs';
import { startOnScratch } from './product.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { exitOnSignals, keepForTeardown } from './running.mjs';
import { removeScratch } from './scratch.mjs';

/**
 * Jest's global setup of the browser tests: the whole product on new data. One that runs already is used when
 * SLUICE_E2E_URL, SLUICE_E2E_EMAIL and SLUICE_E2E_PASSWORD are set.
 */
export default async function setUp() {
  if (process.env['SLUICE_E2E_URL'] !== undefined) return;
  exitOnSignals();
  await buildChanged(repositoryRoot, createProgress());
  const { dataDir, start } = startOnScratch('e2e');
  const product = await start();
  keepForTeardown({
    stop: async () => {
      await product.stop();
      keepLogs(dataDir, 'logs');
      removeScratch(dataDir);
    },
  });
  process.env['SLUICE_E2E_URL'] = product.url;
  process.env['SLUICE_E2E_EMAIL'] = product.adminEmail;
  process.env['SLUICE_E2E_PASSWORD'] = product.adminPassword;
  process.env['SLUICE_E2E_DATA_DIR'] = dataDir;
  process.env['SLUICE_E2E_TEMPORAL_ADDRESS'] = product.temporalAddress;
}
