import { ExecutionRewriter, OpenExecutions } from '#persistence';
import { readSettings } from '../../../apps/worker/src/config.js';
import { Reconciler } from '../../../apps/worker/src/reconciler/reconciler.js';
import type { Rig } from '../worker/support/rig.js';

const SILENT = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
};

/** Compares open executions with Temporal now, as the worker does every minute. */
export async function reconcile({ databaseUrl, dataSource, recorder, client }: Rig): Promise<void> {
  const settings = readSettings({
    DATABASE_URL: databaseUrl,
    SLUICE_REPLAY_BUNDLE: process.env['SLUICE_TEST_REPLAY_BUNDLE'],
  });
  const reconciler = new Reconciler(
    settings,
    SILENT,
    new OpenExecutions(dataSource),
    recorder,
    new ExecutionRewriter(dataSource),
  );
  await reconciler.reconcile(client, 0);
}
