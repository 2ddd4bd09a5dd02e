import { GraphQLError, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema, ValidationRule } from 'graphql';
import type { Settings } from '../config.js';
import { checkCost } from './query-limits.js';

interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

interface PreparedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Record<string, unknown> | null | undefined;
}

/** Parses and checks an operation that came over a socket with the same limits as one over HTTP. */
export function prepareOperation(
  schema: GraphQLSchema,
  { query, operationName, variables }: OperationRequest,
  settings: Settings,
  rules: readonly ValidationRule[],
): PreparedOperation | { readonly errors: readonly GraphQLError[] } {
  try {
    const document = parse(query, { maxTokens: settings.SLUICE_QUERY_TOKENS });
    const errors = validate(schema, document, [...specifiedRules, ...rules]);
    if (errors.length > 0) return { errors };
    checkCost({ schema, document, operationName, variables }, settings.SLUICE_QUERY_COST);
    return { schema, document, operationName, variableValues: variables };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}
