import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource, migrate, PostgresStores } from '#persistence';
import { startPostgres } from '../../support/postgres.mjs';
import { repositoryRoot } from '../../support/repository-root.mjs';
import { exitOnSignals } from '../../support/running.mjs';
import { ask } from '../../support/retrieval/ask.js';
import { readCranfield } from '../../support/retrieval/cranfield.js';
import { loadAbstracts } from '../../support/retrieval/load-abstracts.js';
import { describeMachine } from '../machine.js';
import { contenders } from './contenders.js';
import { summarise } from './summary.js';
import type { Summary } from './summary.js';

/**
 * `npm run bench:retrieval`: how well and how fast questions are answered with passages, on a labelled collection, by
 * the steps of the product on a Postgres of its own. Even questions are told apart: what is tuned is tuned on odd ones.
 */
exitOnSignals();
const postgres = await startPostgres();
const dataSource = await createDataSource(postgres.url).initialize();
const stores = new PostgresStores(dataSource);
try {
  await migrate(dataSource);
  const { abstracts, questions } = readCranfield();
  const started = performance.now();
  const loaded = await loadAbstracts(dataSource, stores, abstracts, { vectors: true });
  const loadSeconds = (performance.now() - started) / 1000;
  console.log(`${abstracts.length} abstracts stored, cut and embedded in ${loadSeconds.toFixed(1)} s`);

  const rows: Summary[] = [];
  for (const { name, settings } of contenders) {
    rows.push(summarise(name, settings, await ask(loaded, questions, settings)));
  }
  console.table(rows.map(({ settings: _settings, ...row }) => row));
  const result = { at: new Date().toISOString(), machine: describeMachine(), loadSeconds, rows };
  const folder = join(repositoryRoot, 'test', 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const file = `retrieval-${result.at.replaceAll(/[:.]/g, '-')}.json`;
  writeFileSync(join(folder, file), JSON.stringify(result, undefined, 2));
} finally {
  await stores.index.close();
  await dataSource.destroy();
  await postgres.stop();
}
