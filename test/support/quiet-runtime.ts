import { DefaultLogger, Runtime } from '@temporalio/worker';

let installed = false;

/**
 * Workers and replays say errors only, and leave signals alone. Once for each spec file: the runtime is the process's,
 * and Jest gives every file modules of its own.
 */
export function quietRuntime(): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'temporalio_sdk_core=ERROR', forward: {} } },
  });
}
