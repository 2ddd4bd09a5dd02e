import type { Response } from 'express';
import { API_ERRORS } from './api-error.js';
import type { ApiError } from './api-error.js';

/** Answers with `application/problem+json` (RFC 9457). */
export function sendProblem(response: Response, error: ApiError): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error.details.retryAfter !== undefined) response.setHeader('Retry-After', error.details.retryAfter);
  response
    .status(error.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:sluice:error:${error.code.toLowerCase()}`,
        title: API_ERRORS[error.code].title,
        status: error.status,
        code: error.code,
        detail: error.message,
        ...(error.details.path === undefined ? {} : { path: error.details.path }),
        ...(error.details.retryAfter === undefined ? {} : { retryAfter: error.details.retryAfter }),
      }),
    );
}

/** The same refusal in the shape GraphQL clients read. */
export function sendGraphqlError(response: Response, error: ApiError): void {
  if (error.details.retryAfter !== undefined) response.setHeader('Retry-After', error.details.retryAfter);
  response
    .status(error.status)
    .json({ errors: [{ message: error.message, extensions: extensionsOf(error) }] });
}

export function extensionsOf(error: ApiError): { readonly code: string; readonly [key: string]: unknown } {
  const { path, retryAfter } = error.details;
  return {
    code: error.code,
    ...(path === undefined ? {} : { path }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}
