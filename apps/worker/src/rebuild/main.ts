import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { ExecutionRecorder, ExecutionRewriter, OpenExecutions, createDataSource } from '#persistence';
import { readSettings } from '../config.js';
import { Rebuild } from './rebuild.js';

/**
 * `npm run rebuild -- <execution>...`: makes the tables of executions anew from their histories. Reads the worker's
 * settings. Exit code 1 when one of them could not be done; the others are.
 */
const ids = process.argv.slice(2);
if (ids.length === 0) {
  process.stderr.write('Give the ids of the executions: npm run rebuild -- <execution>...\n');
  process.exit(64);
}
const settings = readSettings();
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: 'temporalio_sdk_core=ERROR', forward: {} } },
});
const connection = await Connection.connect({ address: settings.TEMPORAL_ADDRESS });
const dataSource = await createDataSource(settings.DATABASE_URL).initialize();
const rebuild = new Rebuild(
  new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE }),
  settings.SLUICE_REPLAY_BUNDLE,
  new ExecutionRewriter(dataSource),
  new ExecutionRecorder(dataSource),
  new OpenExecutions(dataSource),
);
const failures = await rebuild.rebuild(ids);
for (const id of ids) {
  const failure = failures.get(id);
  if (failure === undefined) process.stdout.write(`${id}: rebuilt\n`);
  else process.stderr.write(`${id}: ${failure.message}\n`);
}
await dataSource.destroy();
await connection.close();
process.exit(failures.size === 0 ? 0 : 1);
