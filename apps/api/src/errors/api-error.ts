/** The codes of the API; clients match on these, never on messages. The HTTP status is for REST and refused requests. */
export const API_ERRORS = {
  UNAUTHENTICATED: { status: 401, title: 'Sign in first' },
  FORBIDDEN: { status: 403, title: 'Not allowed' },
  NOT_FOUND: { status: 404, title: 'Not found' },
  CONFLICT: { status: 409, title: 'Conflict' },
  BAD_INPUT: { status: 400, title: 'Unusable request' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  NOT_PUBLISHED: { status: 409, title: 'Not published' },
  MISSING_INPUT: { status: 400, title: 'Missing input' },
  EXECUTION_CLOSED: { status: 409, title: 'Execution has ended' },
  DOCUMENT_TOO_LARGE: { status: 413, title: 'Too large' },
  UNAVAILABLE: { status: 503, title: 'Unavailable' },
  INTERNAL: { status: 500, title: 'Internal error' },
} as const;

export type ApiErrorCode = keyof typeof API_ERRORS;

export interface ApiErrorDetails {
  /** Where in the request, as a JSON Pointer: `/input/email`. */
  readonly path?: string;
  /** Seconds to wait before another try. */
  readonly retryAfter?: number;
  /** A status that says more than the code's own: 405, 413, 415. */
  readonly status?: number;
}

/** An expected refusal; mapped in one place to GraphQL extensions and to problem+json. */
export class ApiError extends Error {
  readonly status: number;

  constructor(
    readonly code: ApiErrorCode,
    message: string,
    readonly details: ApiErrorDetails = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = details.status ?? API_ERRORS[code].status;
  }
}

/** A stranger's object reads the same as one that never was. */
export function notFound(what: string): ApiError {
  return new ApiError('NOT_FOUND', `There is no such ${what}.`);
}
