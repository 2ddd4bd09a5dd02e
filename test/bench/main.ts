import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { createDataSource } from '#persistence';
import { buildChanged } from '../../apps/local/src/build/build.mjs';
import { createProgress } from '../../apps/local/src/progress.mjs';
import { startOnScratch } from '../support/product.mjs';
import { removeScratch } from '../support/scratch.mjs';
import { repositoryRoot } from '../support/repository-root.mjs';
import { exitOnSignals } from '../support/running.mjs';
import { compare } from './compare.js';
import { measureLongRun } from './long-run.js';
import { longRuns } from './long-runs.js';
import { describeMachine } from './machine.js';
import { measureStartup } from './startup.js';
import { table } from './table.js';
import type { LongRunComparison } from './table.js';
import { startWorkerProcess } from './worker-process.js';
import type { WorkerProcess } from './worker-process.js';
import { workloads } from './workloads.js';

/**
 * `npm run bench`: how fast Sluice starts, and how many executions it runs beside the same thing written by hand. Give a
 * number of executions a round as the first argument (default 100), and after it the workloads that are wanted.
 */
exitOnSignals();
const count = Number(process.argv[2] ?? 100);
const wanted = process.argv.slice(3);
const progress = createProgress();
await buildChanged(repositoryRoot, progress);
const scratch = startOnScratch('bench', {
  SLUICE_REQUESTS_PER_MINUTE: '1000000',
  SLUICE_OPEN_EXECUTIONS_PER_USER: '100000',
});
const { times, product } = await measureStartup(scratch.start);
const workers: WorkerProcess[] = [];
try {
  await product.service('worker')?.stop();
  const env = {
    DATABASE_URL: product.databaseUrl,
    TEMPORAL_ADDRESS: product.temporalAddress,
    SLUICE_WORKFLOW_BUNDLE: join(repositoryRoot, 'dist', 'workflow-bundle.js'),
  };
  const startWorker = async (file: string): Promise<WorkerProcess> => {
    const worker = await startWorkerProcess(file, env);
    workers.push(worker);
    return worker;
  };
  const byHand = await startWorker('by-hand-worker.ts');
  const engineAlone = await startWorker('engine-alone-worker.ts');
  await startWorker('sluice-worker.ts');
  const dataSource = await createDataSource(product.databaseUrl).initialize();
  const connection = await Connection.connect({ address: product.temporalAddress });
  const client = new Client({ connection });
  const api = { url: product.url, email: product.adminEmail, password: product.adminPassword };

  const compared = workloads({ client, dataSource, api });
  const watched = longRuns(client, { byHand, engineAlone });
  const isWanted = chooser([...compared, ...watched].map(({ key }) => key));
  const results = [];
  for (const { name, share, inFlight, contenders } of compared.filter(isWanted)) {
    const size = { count: Math.max(1, Math.round(count * share)), inFlight };
    results.push(await compare(name, size, progress.say, await contenders()));
  }

  const long: LongRunComparison[] = [];
  for (const { name, runs } of watched.filter(isWanted)) {
    const measured = [];
    for (const run of runs) {
      measured.push(await measureLongRun(client, run));
      progress.say(`  ${name}, ${run.name}: ${measured.at(-1)?.seconds.toFixed(1)} s`);
    }
    long.push({ name, runs: measured });
  }

  await connection.close();
  await dataSource.destroy();
  const result = {
    at: new Date().toISOString(),
    machine: describeMachine(),
    startup: times,
    workloads: results,
    longRuns: long,
  };
  const folder = join(repositoryRoot, 'test', 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${result.at.replaceAll(/[:.]/g, '-')}.json`),
    JSON.stringify(result, undefined, 2),
  );
  console.log(`\n${table(result)}`);
} finally {
  await Promise.all(workers.map((worker) => worker.stop()));
  await product.stop();
  removeScratch(scratch.dataDir);
}

/** Tells which were asked for on the command line: all when none was. */
function chooser(known: readonly string[]): (one: { readonly key: string }) => boolean {
  const unknown = wanted.filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`There is no workload ${unknown.join(', ')}.`);
  return ({ key }) => wanted.length === 0 || wanted.includes(key);
}
