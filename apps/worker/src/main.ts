import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Runtime } from '@temporalio/worker';
import { SettingsError, readSettings } from './config.js';
import type { Settings } from './config.js';
import { openLog } from './logging/log.js';
import type { Log } from './logging/log.js';
import { NestLog } from './logging/nest-log.js';
import { TemporalLog } from './logging/temporal-log.js';
import { WorkerModule } from './worker.module.js';
import { WorkerProcess } from './worker-process.js';

/** Exit code of a process whose settings are wrong: restarting it will not help. */
const BAD_SETTINGS = 78;

async function run(settings: Settings, log: Log): Promise<void> {
  // Signals are ours: the workers have to be drained before Nest closes the database.
  Runtime.install({
    shutdownSignals: [],
    logger: new TemporalLog(log),
    telemetryOptions: { logging: { filter: 'temporalio_sdk_core=WARN', forward: {} } },
  });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings, log), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  const worker = app.get(WorkerProcess);
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
  try {
    const broken = worker.start().then((started) => started.broken);
    const signal = await Promise.race([stopped, broken]);
    log.info({ signal }, 'Shutting down');
  } finally {
    await worker.stop();
    await app.close();
  }
}

function settingsOrExit(): Settings {
  try {
    return readSettings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(BAD_SETTINGS);
  }
}

const settings = settingsOrExit();
const log = openLog(settings);
try {
  await run(settings, log);
  process.exit(0);
} catch (error) {
  log.error({ error }, 'The worker ended');
  process.exit(1);
}
