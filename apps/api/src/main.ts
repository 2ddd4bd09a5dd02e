import 'reflect-metadata';
import { createApplication } from './application.js';
import { SettingsError, readSettings } from './config.js';
import type { Settings } from './config.js';
import { Log } from './logging/log.js';
import { LocalToken } from './startup/local-token.js';

/** Longest time a stop may take before the process ends anyway. */
const STOP_MS = 10_000;

async function main(settings: Settings): Promise<void> {
  const app = await createApplication(settings);
  const log = app.get(Log);
  await app.listen(settings.SLUICE_PORT, settings.SLUICE_HOST);
  const url = settings.SLUICE_PUBLIC_URL ?? (await app.getUrl());
  await app.get(LocalToken).write(url);
  log.info({ url }, `the API listens on ${url}`);

  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

try {
  await main(readSettings());
} catch (error) {
  process.stderr.write(
    `${error instanceof SettingsError ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exit(1);
}
