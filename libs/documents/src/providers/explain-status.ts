import type { OutboundResponse } from '../http/guarded-client.js';
import { ProviderError } from './provider-error.js';
import { retryAfterMs } from './retry-after.js';

const LONGEST_REASON = 300;

/** What a response that is not a success means. The formats of the error body differ; most follow OpenAI's. */
export function explainStatus({ status, headers, body }: OutboundResponse, now: number): ProviderError {
  const { reason, type } = readReason(body);
  const says =
    reason === '' ? `It answered with status ${status}.` : `It answered with status ${status}: ${reason}`;
  const wait = retryAfterMs(headers['retry-after'], now);
  if (status === 429 && /quota|billing/i.test(`${type} ${reason}`)) {
    return new ProviderError('PROVIDER_REFUSED', `The model provider's quota is used up. ${says}`, false);
  }
  if (status === 429) {
    return new ProviderError('PROVIDER_RATE_LIMITED', `The model provider limits calls. ${says}`, true, wait);
  }
  if (status === 408 || status === 409 || status >= 500) {
    return new ProviderError(
      'PROVIDER_UNAVAILABLE',
      `The model provider is not available. ${says}`,
      true,
      wait,
    );
  }
  return new ProviderError('PROVIDER_REFUSED', `The model provider refused the call. ${says}`, false);
}

function readReason(body: Uint8Array): { readonly reason: string; readonly type: string } {
  const text = new TextDecoder().decode(body.subarray(0, 64 * 1024));
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    if (typeof error === 'string') return { reason: cut(error), type: '' };
    const { message, type, code } = (error ?? {}) as Record<string, unknown>;
    return {
      reason: typeof message === 'string' ? cut(message) : '',
      type: `${String(type)} ${String(code)}`,
    };
  } catch {
    return { reason: '', type: '' };
  }
}

/** Providers repeat a refused key in their message; no part of one may get into logs and events. */
function cut(reason: string): string {
  return reason.replace(/\b(sk|key|pk)[-_][\w*-]{6,}/gi, '[key]').slice(0, LONGEST_REASON);
}
