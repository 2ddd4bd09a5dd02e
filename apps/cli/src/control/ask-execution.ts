import type { Json, Problem } from '#definition';
import { graphql, type Product } from '../api/product.js';

interface Answer {
  /** Null when there is nothing to tell it of. */
  readonly status: string | null;
  readonly problems: readonly Problem[];
}

interface Payload {
  readonly execution: { readonly status: string } | null;
  readonly problems: readonly Problem[];
}

/** Calls one of the mutations that take an execution's id and give its status and problems. */
export async function askExecution(
  product: Product,
  mutation: string,
  types: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, Json>>,
): Promise<Answer> {
  const all = Object.entries({ id: 'ID!', ...types });
  const declared = all.map(([name, type]) => `$${name}: ${type}`).join(', ');
  const passed = all.map(([name]) => `${name}: $${name}`).join(', ');
  const query = `mutation Ask(${declared}) {
    answer: ${mutation}(${passed}) {
      execution { status } problems { code severity message path stepId }
    }
  }`;
  const { answer } = await graphql<{ answer: Payload }>(product, query, variables);
  return { status: answer.execution?.status.toLowerCase() ?? null, problems: answer.problems };
}
