import type { Machine } from '../machine.js';
import type { ChunkingResult } from './chunking.js';
import type { IngestionResult } from './ingestion.js';
import type { ReadingResult } from './reading.js';

export interface DocumentsResult {
  readonly at: string;
  readonly machine: Machine;
  readonly reading: readonly ReadingResult[];
  readonly chunking: readonly ChunkingResult[];
  readonly ingestion: IngestionResult;
}

/** The result as Markdown. */
export function table({ machine, reading, chunking, ingestion }: DocumentsResult): string {
  return [
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Node.js ${machine.node}`,
    '',
    '| Format | Documents | Readers | Documents a second | Pages a second | MB a second |',
    '| --- | --- | --- | --- | --- | --- |',
    ...reading.map((row) => `| ${readingCells(row)} |`),
    '',
    '| Chunking | Chunks | MB a second |',
    '| --- | --- | --- |',
    ...chunking.map(
      ({ strategy, chunks, megabytes, seconds }) =>
        `| ${strategy} | ${chunks} | ${(megabytes / seconds).toFixed(1)} |`,
    ),
    '',
    `${ingestion.documents} small documents in one run: ${ingestion.seconds.toFixed(1)} s, ` +
      `memory by tenths ${ingestion.memory.join(' ')} MB.`,
  ].join('\n');
}

function readingCells({ format, documents, megabytes, pages, readers, seconds }: ReadingResult): string {
  return [
    format,
    documents,
    readers,
    (documents / seconds).toFixed(1),
    pages === 0 ? '' : (pages / seconds).toFixed(0),
    (megabytes / seconds).toFixed(2),
  ].join(' | ');
}
