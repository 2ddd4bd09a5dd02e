import { Inject, Injectable } from '@nestjs/common';
import { pino } from 'pino';
import type { LevelWithSilent, Logger } from 'pino';
import { SETTINGS } from '../settings.js';
import type { Settings } from '../config.js';

/** What may hold a secret is never written, wherever it turns up. */
const REDACTED = ['authorization', 'password', 'token', 'accessToken', 'refreshToken', 'secret', 'cookie'];

/** Without the values of a failed statement: they are people's data, or hashes of their secrets. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, query, cause } = error as Error & { readonly code?: unknown; readonly query?: unknown };
  return {
    type: error.name,
    message: error.message,
    code,
    query,
    stack: error.stack,
    cause: cause && describeError(cause),
  };
}

/** Structured log on standard output, one JSON object a line. */
@Injectable()
export class Log {
  private readonly logger: Logger;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.logger = pino({
      name: 'api',
      level: settings.SLUICE_LOG_LEVEL satisfies LevelWithSilent,
      serializers: { err: describeError },
      redact: REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    });
  }

  error(fields: object, message: string): void {
    this.logger.error(fields, message);
  }

  warn(fields: object, message: string): void {
    this.logger.warn(fields, message);
  }

  info(fields: object, message: string): void {
    this.logger.info(fields, message);
  }

  debug(fields: object, message: string): void {
    this.logger.debug(fields, message);
  }
}
