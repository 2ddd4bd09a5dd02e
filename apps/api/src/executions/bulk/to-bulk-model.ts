import { ROWS_INPUT } from '#definition';
import type { WorkflowExecution } from '#persistence';
import { enumOf } from '../execution.enums.js';
import { RowErrors } from './bulk.enums.js';
import type { BulkRunModel } from './bulk.model.js';

/** Null for an execution over one input. */
export function toBulkModel({
  bulk,
  inputData,
}: Pick<WorkflowExecution, 'bulk' | 'inputData'>): BulkRunModel | null {
  if (bulk === null) return null;
  const { concurrency, itemErrors } = bulk;
  return { rows: countRows(inputData), concurrency, itemErrors: enumOf(RowErrors, itemErrors.kind) };
}

/** The rows themselves, or a reference that says how many there are. */
function countRows(inputData: object): number {
  const rows: unknown = (inputData as Readonly<Record<string, unknown>>)[ROWS_INPUT];
  if (Array.isArray(rows)) return rows.length;
  return (rows as { readonly count?: number } | undefined)?.count ?? 0;
}
