import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, Response } from 'express';
import { ApiError } from '../errors/api-error.js';
import { sendGraphqlError } from '../errors/problem-details.js';

/**
 * GraphQL takes POST of application/json and nothing else: a page of another origin cannot send
 * that without asking first, so no request can be forged.
 */
export function jsonPostOnly(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    sendGraphqlError(response, new ApiError('BAD_INPUT', 'GraphQL is asked with POST.', { status: 405 }));
    return;
  }
  if (!request.is('application/json')) {
    sendGraphqlError(
      response,
      new ApiError('BAD_INPUT', 'GraphQL is asked with a body of content type application/json.', {
        status: 415,
      }),
    );
    return;
  }
  next();
}

/** A body with broken UTF-8 is refused: read with replacement characters, it would be stored as nobody wrote it. */
export function wellEncoded(_request: unknown, _response: unknown, body: Buffer, encoding: string): void {
  if (encoding === 'utf-8' && !isUtf8(body)) {
    throw Object.assign(new Error('not UTF-8'), { status: 400, type: 'charset.unsupported' });
  }
}

/** After the body has been read: one operation as an object; lists of operations are not taken. */
export function oneOperation(request: Request, response: Response, next: NextFunction): void {
  const body: unknown = request.body;
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    next();
    return;
  }
  sendGraphqlError(
    response,
    new ApiError('BAD_INPUT', 'The body has to be one GraphQL request: an object with a query.'),
  );
}
