import { graphql, type Product } from '../api/product.js';
import { STEP_FIELDS, type Execution, type ExecutionStep } from './execution.js';

const QUERY = `query Steps($id: ID!, $after: String) {
  executionSteps(id: $id, first: 100, after: $after) {
    nodes { ${STEP_FIELDS} } pageInfo { hasNextPage endCursor }
  }
}`;

interface Page {
  readonly nodes: readonly ExecutionStep[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The execution with every attempt and every round, page by page where it does not hold them all. */
export async function withAllSteps(product: Product, execution: Execution): Promise<Execution> {
  if (execution.stepsOmitted === 0) return execution;
  const steps: ExecutionStep[] = [];
  for (let after: string | null = null; ;) {
    const { executionSteps: page }: { executionSteps: Page } = await graphql(product, QUERY, {
      id: execution.id,
      after,
    });
    steps.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return { ...execution, steps, stepsOmitted: 0 };
    after = page.pageInfo.endCursor;
  }
}
