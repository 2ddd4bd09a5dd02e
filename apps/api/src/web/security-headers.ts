import helmet from 'helmet';
import type { RequestHandler } from 'express';

/** Headers of every answer. The page loads nothing from elsewhere; its components set styles inline. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    // Whoever terminates TLS says so; over plain HTTP on one machine it would be wrong.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}
