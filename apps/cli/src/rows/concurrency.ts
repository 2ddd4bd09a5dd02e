import { textFlag, type Invocation } from '../command.js';
import { usageError } from '../exit-code.js';

/** What `--concurrency` says; null when it says nothing. */
export function concurrencyOf(invocation: Invocation): number | null {
  const text = textFlag(invocation, 'concurrency');
  if (text === null) return null;
  const value = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > 100) throw usageError('--concurrency takes a number from 1 to 100.');
  return value;
}
