import { setTimeout as sleep } from 'node:timers/promises';
import { graphql, type Product } from '../api/product.js';
import type { Terminal } from '../command.js';
import { isOpen, type Execution } from '../run/execution.js';

/** How far a table is, or how it ended. */
export interface RowsProgress {
  readonly execution: Pick<Execution, 'id' | 'status' | 'error'> & {
    readonly bulk: { readonly rows: number };
  };
  readonly completed: { readonly totalCount: number };
  readonly failed: { readonly totalCount: number };
}

const QUERY = `query Rows($id: ID!) {
  execution(id: $id) { id status error { code message stepId path } bulk { rows } }
  completed: executionSteps(id: $id, parentPath: "@rows", statuses: [COMPLETED], first: 0) { totalCount }
  failed: executionSteps(id: $id, parentPath: "@rows", statuses: [FAILED], first: 0) { totalCount }
}`;

const FIRST_PAUSE_MS = 150;
const LONGEST_PAUSE_MS = 1_000;

/** Waits for a table to be done, with a line on `err` whenever it is further. */
export async function watchRows(product: Product, terminal: Terminal, id: string): Promise<RowsProgress> {
  let shown = '';
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.2, LONGEST_PAUSE_MS)) {
    const progress = await graphql<RowsProgress>(product, QUERY, { id });
    const line = progressLine(progress);
    if (line !== shown) terminal.err(terminal.interactive ? `\r${line}\u001b[K` : `${line}\n`);
    shown = line;
    if (!isOpen(progress.execution)) {
      if (terminal.interactive) terminal.err('\n');
      return progress;
    }
    await sleep(pause, undefined, { signal: product.signal });
  }
}

/** `12 of 500 rows done, 3 failed` */
export function progressLine({ execution, completed, failed }: RowsProgress): string {
  const done = completed.totalCount + failed.totalCount;
  const told = failed.totalCount === 0 ? '' : `, ${failed.totalCount} failed`;
  return `${done} of ${execution.bulk.rows} rows done${told}`;
}
