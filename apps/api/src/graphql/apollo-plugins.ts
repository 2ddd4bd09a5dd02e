import type { ApolloServerPlugin } from '@apollo/server';
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

/**
 * The HTTP status of an answer: 200 once something was resolved, else the first error's. Over a rate
 * limit it is 429 with Retry-After in any case, so that every client and proxy backs off.
 */
export function statusPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const { errors = [], data } = response.body.singleResult;
          const limited = errors.find(({ extensions }) => extensions?.code === 'RATE_LIMITED');
          const first = limited ?? (data === undefined ? errors[0] : undefined);
          if (!first) return;
          const code = first.extensions?.code as ApiErrorCode;
          response.http.status = API_ERRORS[code].status;
          const retryAfter = first.extensions?.retryAfter;
          if (typeof retryAfter === 'number') response.http.headers.set('retry-after', String(retryAfter));
        },
      };
    },
  };
}
