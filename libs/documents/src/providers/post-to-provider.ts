import type { GuardedClient, OutboundResponse } from '../http/guarded-client.js';
import { HttpError } from '../http/http-error.js';
import { explainStatus } from './explain-status.js';
import { ProviderError } from './provider-error.js';
import type { ProviderSettings } from './provider-settings.js';

export interface ProviderCall {
  readonly path: string;
  readonly body: unknown;
  readonly timeoutMs: number;
  /** Hears the answer as it arrives. */
  readonly onPart?: (part: Uint8Array) => void;
}

const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** A successful answer to a call. Throws `ProviderError`, or the signal's reason when aborted. */
export async function postToProvider(
  http: GuardedClient,
  { modelUrl, apiKey }: Pick<ProviderSettings, 'modelUrl' | 'apiKey'>,
  { path, body, timeoutMs, onPart }: ProviderCall,
  signal: AbortSignal,
): Promise<OutboundResponse> {
  const response = await http
    .request({
      method: 'POST',
      url: `${modelUrl.replace(/\/+$/, '')}/${path}`,
      headers: {
        'content-type': 'application/json',
        accept: onPart === undefined ? 'application/json' : 'text/event-stream, application/json',
        ...(apiKey === null || apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify(body),
      // Asking a model changes nothing, and a step that asks is tried again.
      reuseConnection: true,
      timeoutMs,
      maximumBytes: MAXIMUM_BYTES,
      signal,
      ...(onPart && { onPart }),
    })
    .catch((error: unknown) => {
      if (!(error instanceof HttpError)) throw error;
      if (error.fault === 'refused') throw new ProviderError('PROVIDER_REFUSED', error.message, false);
      throw new ProviderError(
        'PROVIDER_UNAVAILABLE',
        `The model provider cannot be reached. ${error.message}`,
        true,
      );
    });
  if (response.status < 200 || response.status > 299) throw explainStatus(response, Date.now());
  return response;
}
