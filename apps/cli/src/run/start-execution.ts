import { randomUUID } from 'node:crypto';
import type { Json, Problem } from '#definition';
import { graphql, type Product } from '../api/product.js';

interface StartRequest {
  readonly workflowId: string;
  readonly input: Readonly<Record<string, Json>>;
  readonly documentIds?: readonly string[];
  readonly name: string | null;
}

export type Started =
  | { readonly kind: 'started'; readonly executionId: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Starts an execution; the key makes a repeated call after a lost answer give the same one. */
export async function startExecution(product: Product, request: StartRequest): Promise<Started> {
  const query = `mutation Start($input: StartExecutionInput!) {
    startExecution(input: $input) { execution { id status } problems { code severity message path stepId } }
  }`;
  const { startExecution: payload } = await graphql<{
    startExecution: { execution: { id: string } | null; problems: readonly Problem[] };
  }>(product, query, { input: { ...request, idempotencyKey: randomUUID() } });
  if (payload.execution === null) return { kind: 'refused', problems: payload.problems };
  return { kind: 'started', executionId: payload.execution.id };
}
