import { HttpException } from '@nestjs/common';
import { ApiError } from './api-error.js';

/** What Express, body-parser and multer throw: an error with a status of its own. */
interface TransportError extends Error {
  readonly status?: number;
  readonly type?: string;
}

const TRANSPORT_MESSAGES: Readonly<Record<string, string>> = {
  'entity.too.large': 'The request body is too large.',
  'entity.parse.failed': 'The request body is not valid JSON.',
  'encoding.unsupported': 'The content encoding of the request is not supported.',
  'charset.unsupported': 'The request body has to be UTF-8.',
  'request.aborted': 'The request ended before its body was complete.',
  'request.size.invalid': 'The request body does not have the length it declares.',
};

/** What the database says (SQLSTATE) or its connection, where it is no fault of ours. */
const DATABASE_REFUSALS: ReadonlyMap<unknown, () => ApiError> = new Map([
  ...['22021', '22P05'].map((code) => [code, unstorable] as const),
  ['23503', () => new ApiError('CONFLICT', 'Something this refers to was deleted meanwhile.')] as const,
  ...['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300'].map((code) => [code, databaseAway] as const),
]);

/** A NUL character, or half of a surrogate pair. */
function unstorable(): ApiError {
  return new ApiError('BAD_INPUT', 'The text holds characters that cannot be stored.');
}

function databaseAway(): ApiError {
  return new ApiError('UNAVAILABLE', 'The database does not answer. Try again.');
}

/** The refusal that an error stands for, or null when it is a fault of ours. */
export function toApiError(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  const refusal = DATABASE_REFUSALS.get((error as { readonly code?: unknown } | null)?.code);
  if (refusal) return refusal();
  const status =
    error instanceof HttpException ? error.getStatus() : (error as TransportError | null)?.status;
  if (!(error instanceof Error) || typeof status !== 'number' || status < 400 || status >= 500) return null;
  const type = (error as TransportError).type ?? '';
  const message =
    TRANSPORT_MESSAGES[type] ??
    (error instanceof HttpException ? error.message : 'The request cannot be used.');
  switch (status) {
    case 401:
      return new ApiError('UNAUTHENTICATED', message);
    case 403:
      return new ApiError('FORBIDDEN', message);
    case 404:
      return new ApiError('NOT_FOUND', message);
    case 429:
      return new ApiError('RATE_LIMITED', message);
    default:
      return new ApiError('BAD_INPUT', message, { status });
  }
}
