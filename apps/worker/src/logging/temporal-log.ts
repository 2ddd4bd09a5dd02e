import type { LogLevel, LogMetadata, Logger } from '@temporalio/worker';
import type { Log } from './log.js';

/** Hands the Temporal SDK's messages to our log; what it says about single tasks only at debug level. */
export class TemporalLog implements Logger {
  constructor(private readonly target: Log) {}

  log(level: LogLevel, message: string, meta?: LogMetadata): void {
    if (level === 'ERROR') this.error(message, meta);
    else if (level === 'WARN') this.warn(message, meta);
    else this.debug(message, meta);
  }

  trace(message: string, meta?: LogMetadata): void {
    this.debug(message, meta);
  }

  debug(message: string, meta?: LogMetadata): void {
    this.target.debug({ ...meta }, message);
  }

  info(message: string, meta?: LogMetadata): void {
    this.target.debug({ ...meta }, message);
  }

  warn(message: string, meta?: LogMetadata): void {
    this.target.warn({ ...meta }, message);
  }

  error(message: string, meta?: LogMetadata): void {
    this.target.error({ ...meta }, message);
  }
}
