import { ExecutionRewriter, OpenExecutions } from '#persistence';
import { readSettings } from '../../../../apps/worker/src/config.js';
import { Reconciler } from '../../../../apps/worker/src/reconciler/reconciler.js';
import type { Rig } from './rig.js';

/** The product's own, on the servers of a test; it says nothing. */
export function reconcilerOn({ databaseUrl, dataSource, recorder }: Rig): Reconciler {
  const nothing = (): void => undefined;
  return new Reconciler(
    readSettings({
      DATABASE_URL: databaseUrl,
      SLUICE_REPLAY_BUNDLE: process.env['SLUICE_TEST_REPLAY_BUNDLE'],
    }),
    { error: nothing, warn: nothing, info: nothing, debug: nothing },
    new OpenExecutions(dataSource),
    recorder,
    new ExecutionRewriter(dataSource),
  );
}
