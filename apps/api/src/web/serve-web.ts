import { join } from 'node:path';
import express from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Paths of the API; nothing under them is ever answered with the page. */
const API_PATHS = /^\/(api|graphql|healthz|readyz)(\/|$)/;

/** Serves the built page, and its start page for the addresses the page itself makes. */
export function serveWeb(folder: string): readonly RequestHandler[] {
  const files = express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, path) => {
      // Vite puts a hash of the content into the names below assets/.
      const isHashed = path.startsWith(join(folder, 'assets'));
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const startPage: RequestHandler = (request: Request, response: Response, next: NextFunction) => {
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    if (!isPage || API_PATHS.test(request.path) || /\.[a-z0-9]+$/i.test(request.path)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, 'index.html'), (error) => {
      if (error) next(error);
    });
  };
  const builtFile: RequestHandler = (request, response, next) => {
    if (API_PATHS.test(request.path)) next();
    else files(request, response, next);
  };
  return [builtFile, startPage];
}
