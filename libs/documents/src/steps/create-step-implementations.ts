import { createGuardedClient } from '../http/guarded-client.js';
import type { SecretStore } from '../ports.js';
import { createProvider } from '../providers/provider.js';
import type { ProviderSettings } from '../providers/provider-settings.js';
import type { StepImplementation } from '../step-implementation.js';
import { chunking } from './chunking/chunking.js';
import { documentIngestion } from './document-ingestion/document-ingestion.js';
import { embedding } from './embedding/embedding.js';
import { httpRequest } from './http-request/http-request.js';
import type { ReadingSettings } from './reading-settings.js';
import { search } from './search/search.js';
import { synthesis } from './synthesis/synthesis.js';
import { validation } from './validation/validation.js';

/** What runs each work step, by step type. */
export type StepImplementations = Readonly<Record<string, StepImplementation>>;

/** What steps may reach outside of the product, and how they prove who they are there. */
export interface OutsideSettings {
  /** Origins in the operator's own network that requests may go to. */
  readonly allowedOrigins: readonly string[];
  /** Null when no secrets are kept. */
  readonly secrets: SecretStore | null;
}

/** Makes the steps for a model provider, or for working without one. */
export function createStepImplementations(
  settings: ProviderSettings | null,
  outside: OutsideSettings = { allowedOrigins: [], secrets: null },
  reading: ReadingSettings = {},
): StepImplementations {
  const provider = createProvider(settings);
  return {
    document_ingestion: documentIngestion(reading),
    chunking: chunking(reading),
    embedding: embedding(provider),
    search: search(provider),
    synthesis: synthesis(provider),
    validation,
    http_request: httpRequest(createGuardedClient(outside), outside.secrets),
  };
}
