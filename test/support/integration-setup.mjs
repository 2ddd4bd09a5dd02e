import { startPostgres } from './postgres.mjs';
import { exitOnSignals, keepForTeardown, stopAll } from './running.mjs';
import { startTemporal } from './temporal.mjs';
import { buildWorkflowBundle } from './workflow-bundle.mjs';

/**
 * Jest's global setup of the integration tests: one Postgres cluster and one Temporal server for all spec files, and
 * the workflow bundle. What is already in the environment is used as it is, which makes one spec file quick to repeat.
 */
export default async function setUp() {
  exitOnSignals();
  try {
    await Promise.all([usePostgres(), useTemporal(), useWorkflowBundles()]);
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function usePostgres() {
  process.env['SLUICE_TEST_DATABASE_URL'] ??= keepForTeardown(await startPostgres()).url;
}

async function useTemporal() {
  process.env['SLUICE_TEST_TEMPORAL_ADDRESS'] ??= keepForTeardown(await startTemporal()).address;
}

async function useWorkflowBundles() {
  process.env['SLUICE_TEST_WORKFLOW_BUNDLE'] ??= await buildWorkflowBundle();
  process.env['SLUICE_TEST_REPLAY_BUNDLE'] ??= await buildWorkflowBundle({ replay: true });
}
