import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Settings } from '../config.js';

/** What may hold a secret is never written, wherever it turns up. */
const REDACTED = ['authorization', 'password', 'token', 'apiKey', 'secret'];

/** Injection token of the log. */
export const LOG = Symbol('log');

export type Log = Pick<Logger, 'error' | 'warn' | 'info' | 'debug'>;

/** Structured log on standard output, one JSON object a line. */
export function openLog({ SLUICE_LOG_LEVEL }: Pick<Settings, 'SLUICE_LOG_LEVEL'>): Log {
  return pino({
    name: 'worker',
    level: SLUICE_LOG_LEVEL,
    redact: REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    serializers: { error: pino.stdSerializers.err },
  });
}
