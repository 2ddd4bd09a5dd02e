import { Inject, Injectable } from '@nestjs/common';
import { pino } from 'pino';
import type { LevelWithSilent, Logger } from 'pino';
import { SETTINGS } from '../settings.js';
import type { Settings } from '../config.js';

/** What may hold a secret is never written, wherever it turns up. */
const REDACTED = ['authorization', 'password', 'token', 'accessToken', 'refreshToken', 'secret', 'cookie'];

/** Structured log on standard output, one JSON object a line. */
@Injectable()
export class Log {
  private readonly logger: Logger;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.logger = pino({
      name: 'api',
      level: settings.SLUICE_LOG_LEVEL satisfies LevelWithSilent,
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
