import type { Product } from '../api/product.js';
import { isSet, type Invocation } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { progressLine, watchRows, type RowsProgress } from './rows-progress.js';

/** Waits for a table to be done and says how it went. */
export async function followRows(
  invocation: Invocation,
  product: Product,
  executionId: string,
): Promise<ExitCode> {
  const progress = await watchRows(product, invocation.terminal, executionId);
  const results = `${product.url}/api/v1/executions/${executionId}/results`;
  invocation.terminal.out(
    isSet(invocation, 'json')
      ? `${JSON.stringify(rowsDocument(progress, results), null, 2)}\n`
      : rowsLines(progress, results),
  );
  return progress.execution.status === 'COMPLETED' ? EXIT.done : EXIT.no;
}

/** The document that `run --rows --json` prints. */
function rowsDocument({ execution, completed, failed }: RowsProgress, results: string) {
  return {
    executionId: execution.id,
    status: execution.status.toLowerCase(),
    error: execution.error,
    rows: { total: execution.bulk.rows, completed: completed.totalCount, failed: failed.totalCount },
    results,
  };
}

function rowsLines(progress: RowsProgress, results: string): string {
  const { status, error } = progress.execution;
  const why = error === null ? '' : `: ${error.message} [${error.code}]`;
  return `\n${status.toLowerCase()}${why}\n${progressLine(progress)}\nresults: ${results}?format=csv\n`;
}
