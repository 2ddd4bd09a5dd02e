import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { API_ERRORS } from '../errors/api-error.js';
import type { ApiErrorCode } from '../errors/api-error.js';
import { checkCost } from './query-limits.js';
import type { RequestContext } from './request-context.js';

/** Refuses operations that cost too much, before anything is resolved. */
export function costPlugin(maximum: number): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, request }) {
          checkCost(
            { schema, document, operationName: request.operationName, variables: request.variables },
            maximum,
          );
        },
      };
    },
  };
}

/** Refusals that show in the HTTP status although execution had begun, when nothing was resolved. */
const SHOWN = new Set(['BAD_INPUT', 'UNAUTHENTICATED']);

/**
 * The HTTP status of an answer: 200 once something was resolved or an expected refusal came of it,
 * else the first error's. Over a rate limit it is 429 with Retry-After in any case, so that every
 * client and proxy backs off.
 */
export function statusPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const { errors = [], data } = response.body.singleResult;
          const decisive = decisiveError(errors, data);
          if (!decisive) return;
          response.http.status = API_ERRORS[decisive.extensions?.code as ApiErrorCode].status;
          const retryAfter = decisive.extensions?.retryAfter;
          if (typeof retryAfter === 'number') response.http.headers.set('retry-after', String(retryAfter));
        },
      };
    },
  };
}

function decisiveError(
  errors: readonly GraphQLFormattedError[],
  data: Readonly<Record<string, unknown>> | null | undefined,
): GraphQLFormattedError | undefined {
  const limited = errors.find(({ extensions }) => extensions?.code === 'RATE_LIMITED');
  if (limited || data) return limited;
  const [first] = errors;
  return data === undefined || SHOWN.has(String(first?.extensions?.code)) ? first : undefined;
}
