export type ProviderErrorCode =
  | 'PROVIDER_RATE_LIMITED'
  | 'PROVIDER_UNAVAILABLE'
  | 'PROVIDER_REFUSED'
  | 'PROVIDER_NOT_CONFIGURED'
  | 'PROVIDER_INVALID_RESPONSE'
  | 'PROVIDER_WRONG_DIMENSIONS';

/** A model provider that did not do what was asked. Never holds the key or what was sent. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';

  constructor(
    readonly code: ProviderErrorCode,
    message: string,
    readonly retryable: boolean,
    /** How long the provider asks to wait before the next attempt. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}
