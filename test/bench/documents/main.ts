import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProgress } from '../../../apps/local/src/progress.mjs';
import { repositoryRoot } from '../../support/repository-root.mjs';
import { describeMachine } from '../machine.js';
import { measureChunking } from './chunking.js';
import { measureIngestion } from './ingestion.js';
import { measureReading } from './reading.js';
import { table } from './table.js';
import type { DocumentsResult } from './table.js';

/**
 * `npm run bench:documents`: how fast documents are read, by format and with one and two readers at once, how fast text
 * is cut, and the memory of a run over many documents. Give their number as the first argument (default 1,000).
 */
const count = Number(process.argv[2] ?? 1_000);
const { say } = createProgress();
const corpus = join(repositoryRoot, 'test', 'fixtures', 'documents', 'corpus');
const structured = join(corpus, 'structured');

const result: DocumentsResult = {
  at: new Date().toISOString(),
  machine: describeMachine(),
  // First, so that nothing before it has made the process bigger.
  ingestion: await measureIngestion(count, say),
  reading: await measureReading([corpus, structured], say),
  chunking: await measureChunking(join(structured, 'irs-manual-2.3.59-400-pages.pdf'), say),
};
const folder = join(repositoryRoot, 'test', 'bench', 'results');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, `documents-${result.at.replaceAll(/[:.]/g, '-')}.json`),
  JSON.stringify(result, undefined, 2),
);
console.log(`\n${table(result)}`);
