import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** Hands the framework's own messages to our log; its start-up chatter only at debug level. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...context: unknown[]): void {
    this.target.debug({ context: context.at(-1) }, String(message));
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.target.warn({ context: context.at(-1) }, String(message));
  }

  error(message: unknown, ...context: unknown[]): void {
    this.target.error({ context: context.at(-1), stack: context[0] }, String(message));
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.target.debug({ context: context.at(-1) }, String(message));
  }

  verbose(message: unknown, ...context: unknown[]): void {
    this.debug(message, ...context);
  }
}
