import { randomUUID } from 'node:crypto';
import type { Problem } from '#definition';
import { graphql, type Product } from '../api/product.js';
import type { Started } from '../run/start-execution.js';
import type { SentRows } from './rows-file.js';

type BulkRequest = SentRows & {
  readonly workflowId: string;
  readonly documentIds?: readonly string[];
  readonly concurrency?: number;
  readonly name: string | null;
};

/** Starts a workflow over a table; the key makes a repeated call after a lost answer give the same execution. */
export async function startRows(product: Product, request: BulkRequest): Promise<Started> {
  const query = `mutation StartRows($input: StartBulkExecutionInput!) {
    startBulkExecution(input: $input) { execution { id status } problems { code severity message path stepId } }
  }`;
  const { startBulkExecution: payload } = await graphql<{
    startBulkExecution: { execution: { id: string } | null; problems: readonly Problem[] };
  }>(product, query, { input: { ...request, idempotencyKey: randomUUID() } });
  if (payload.execution === null) return { kind: 'refused', problems: payload.problems };
  return { kind: 'started', executionId: payload.execution.id };
}
