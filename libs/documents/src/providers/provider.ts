import { createGuardedClient } from '../http/guarded-client.js';
import { createModelClient } from './model-client.js';
import type { ModelClient } from './model-client.js';
import { ProviderError } from './provider-error.js';
import type { ProviderSettings } from './provider-settings.js';

/** The configured provider and the client that speaks to it. */
export interface Provider {
  readonly settings: ProviderSettings;
  readonly client: ModelClient;
}

/** The operator's own setting allows its origin, so that a model on this machine can be used. */
export function createProvider(settings: ProviderSettings | null): Provider | null {
  if (settings === null) return null;
  const http = createGuardedClient({ allowedOrigins: [new URL(settings.modelUrl).origin] });
  return { settings, client: createModelClient(http, settings) };
}

/** Throws PROVIDER_NOT_CONFIGURED when there is none. */
export function requireProvider(provider: Provider | null): Provider {
  if (provider !== null) return provider;
  throw new ProviderError(
    'PROVIDER_NOT_CONFIGURED',
    'No model provider is configured: set SLUICE_MODEL_URL, or use the settings that need no model.',
    false,
  );
}

/** The step's model, else the operator's. */
export function requireModel(chosen: string | null, configured: string | null, setting: string): string {
  const model = chosen ?? configured;
  if (model !== null) return model;
  throw new ProviderError(
    'PROVIDER_NOT_CONFIGURED',
    `No model is named: set ${setting}, or "model" of the step.`,
    false,
  );
}

/** Of tokens at a price a million, to the millionth part; undefined when the operator gave no prices. */
export function costOf(
  parts: readonly (readonly [tokens: number, price: number | undefined])[],
): number | undefined {
  let cost = 0;
  for (const [tokens, price] of parts) {
    if (price === undefined) return undefined;
    cost += (tokens * price) / 1_000_000;
  }
  return Math.round(cost * 1_000_000) / 1_000_000;
}
