import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { DocumentNode, GraphQLSchema, ValidationRule } from 'graphql';
import { getComplexity } from 'graphql-query-complexity';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import type { Settings } from '../config.js';

/** How many items a list without `first` is taken to have. */
const UNBOUNDED_LIST = 20;

/** Fields that hold a list of unknown length; all other lists say how many they want. */
const UNBOUNDED_FIELDS = new Set(['steps', 'workflowVersions', 'blocks', 'stepCatalogue', 'reused', 'runs']);

/** Depth, aliases and directives of an operation, refused at validation; introspection too, in production. */
export function limitRules(settings: Settings): readonly ValidationRule[] {
  const { validationRules } = new ApolloArmor({
    maxDepth: { n: settings.SLUICE_QUERY_DEPTH },
    maxAliases: { n: settings.SLUICE_QUERY_ALIASES },
    maxDirectives: { n: 50 },
    costLimit: { enabled: false },
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
  const hidden = settings.NODE_ENV === 'production' ? [NoSchemaIntrospectionCustomRule] : [];
  return [...validationRules, ...hidden];
}

/** A field costs one, a list its length times what stands below it. */
function estimate({ field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const { first } = args as { first?: unknown };
  if (typeof first === 'number' && first > 0) return 1 + first * Math.max(1, childComplexity);
  return 1 + (UNBOUNDED_FIELDS.has(field.name) ? UNBOUNDED_LIST : 1) * childComplexity;
}

interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** @throws GraphQLError when the operation may resolve more fields than allowed. */
export function checkCost(operation: Operation, maximum: number): void {
  const cost = getComplexity({
    schema: operation.schema,
    query: operation.document,
    variables: { ...operation.variables },
    ...(operation.operationName ? { operationName: operation.operationName } : {}),
    estimators: [estimate],
  });
  if (cost <= maximum) return;
  throw new GraphQLError(
    `The operation may resolve ${cost} fields; ${maximum} are allowed. Ask for fewer items or fields.`,
    {
      extensions: { code: 'BAD_INPUT', http: { status: 400 } },
    },
  );
}
