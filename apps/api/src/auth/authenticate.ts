import type { NextFunction, RequestHandler, Response } from 'express';
import type { Authenticator } from './authenticator.js';
import type { ViewerRequest } from './viewer.js';

/** Puts the viewer on the request. A missing or useless token leaves it null: the guard decides what that means. */
export function authenticate(authenticator: Authenticator): RequestHandler {
  return (request: ViewerRequest, _response: Response, next: NextFunction) => {
    const { authorization } = request.headers;
    authenticator.viewer(authorization).then((viewer) => {
      request.viewer = viewer;
      next();
    }, next);
  };
}
