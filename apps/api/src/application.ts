import type { IncomingMessage } from 'node:http';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { AppModule } from './app.module.js';
import { authenticate } from './auth/authenticate.js';
import { Authenticator } from './auth/authenticator.js';
import type { Settings } from './config.js';
import { FaultLog } from './errors/fault-log.js';
import { sendGraphqlError, sendProblem } from './errors/problem-details.js';
import { toBadInput } from './errors/to-bad-input.js';
import { jsonPostOnly, oneOperation, wellEncoded } from './graphql/http-guards.js';
import { RequestRates, limitRate } from './limits/rate-limit.js';
import { Log } from './logging/log.js';
import { NestLog } from './logging/nest-log.js';
import { securityHeaders } from './web/security-headers.js';
import { serveWeb } from './web/serve-web.js';

/** The API, ready to listen: database migrated, administrator and sample in place. */
export async function createApplication(settings: Settings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(new NestLog(app.get(Log)));
  app.set('trust proxy', settings.SLUICE_TRUSTED_PROXIES);
  app.set('etag', false);
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: toBadInput,
    }),
  );
  useRequestChain(app, settings);
  app.enableShutdownHooks([]);
  return app.init();
}

/** What every request goes through before a resolver or a route sees it. */
function useRequestChain(app: NestExpressApplication, settings: Settings): void {
  const identify = authenticate(app.get(Authenticator));
  const rates = limitRate(app.get(RequestRates));
  const faults = app.get(FaultLog);
  app.use(securityHeaders());
  app.use('/graphql', jsonPostOnly, identify, rates);
  const ofGraphql = (request: IncomingMessage) => (request as Request).originalUrl.startsWith('/graphql');
  const json = { limit: settings.SLUICE_BODY_BYTES, type: ofGraphql, verify: wellEncoded };
  app.useBodyParser('json', json);
  app.use('/graphql', oneOperation);
  app.use('/api', identify, rates);
  // Errors of the chain itself; those of resolvers and routes are mapped where they arise.
  app.use('/graphql', (error: unknown, _request: Request, response: Response, _next: NextFunction) =>
    sendGraphqlError(response, faults.shown(error)),
  );
  app.use('/api', (error: unknown, _request: Request, response: Response, _next: NextFunction) =>
    sendProblem(response, faults.shown(error)),
  );
  if (settings.SLUICE_WEB_DIR !== undefined) serveWeb(app, settings.SLUICE_WEB_DIR);
}
