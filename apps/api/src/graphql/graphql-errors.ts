import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { Injectable } from '@nestjs/common';
import { ApiError } from '../errors/api-error.js';
import { FaultLog } from '../errors/fault-log.js';
import { extensionsOf } from '../errors/problem-details.js';

/** Codes that libraries give to what is wrong with a request; all of them are BAD_INPUT to a client. */
const REQUEST_CODES = new Set<unknown>([
  'BAD_INPUT',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** The one place where errors become what GraphQL clients see. */
@Injectable()
export class GraphqlErrors {
  constructor(private readonly faults: FaultLog) {}

  format(error: unknown): GraphQLFormattedError {
    const shown = this.shown(error);
    const place =
      error instanceof GraphQLError
        ? { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) }
        : {};
    return { message: shown.message, ...place, extensions: extensionsOf(shown) };
  }

  /** A refusal from outside of a resolver, in the form the GraphQL libraries hand on. */
  asGraphqlError(error: unknown): GraphQLError {
    return new GraphQLError('refused', {
      originalError: error instanceof Error ? error : new Error(String(error)),
    });
  }

  private shown(error: unknown): ApiError {
    if (!(error instanceof GraphQLError)) return this.faults.shown(error);
    if (error.originalError && !(error.originalError instanceof GraphQLError)) {
      return this.faults.shown(error.originalError);
    }
    const { code } = error.extensions;
    const isOfRequest = REQUEST_CODES.has(code) || (code === undefined && error.path === undefined);
    return isOfRequest ? new ApiError('BAD_INPUT', error.message) : this.faults.shown(error);
  }
}
