import { HttpError } from '../../http/http-error.js';
import type { OutboundResponse } from '../../http/guarded-client.js';
import { retryAfterMs } from '../../providers/retry-after.js';
import { StepFailure } from '../../step-failure.js';

const SHOWN = 200;

/** A server may ask for any wait; an attempt is not put off for longer. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** An answer that does not count as success. Overload and faults of the other side may pass. */
export function explainStatus(
  { status, headers }: Pick<OutboundResponse, 'status' | 'headers'>,
  text: string,
  now: number,
): StepFailure {
  const says = text.replace(/\s+/g, ' ').trim().slice(0, SHOWN);
  const message = `The answer has status ${status}${says === '' ? '.' : `: ${says}`}`;
  const retryable = status === 408 || status === 429 || status >= 500;
  const wait = retryable ? retryAfterMs(headers['retry-after'], now) : null;
  return new StepFailure('HTTP_STATUS', message, retryable, wait && Math.min(wait, LONGEST_WAIT_MS));
}

/** A request that gave no answer. What is no fault of the exchange passes through as it is. */
export function explainFault(error: unknown): unknown {
  if (!(error instanceof HttpError)) return error;
  switch (error.fault) {
    case 'refused':
      return new StepFailure('HTTP_REFUSED', error.message, false);
    case 'too-large':
      return new StepFailure('HTTP_TOO_LARGE', error.message, false);
    case 'too-many-redirects':
      return new StepFailure('HTTP_UNREACHABLE', error.message, false);
    case 'unreachable':
    case 'timeout':
    case 'interrupted':
      return new StepFailure('HTTP_UNREACHABLE', error.message, true);
  }
}
