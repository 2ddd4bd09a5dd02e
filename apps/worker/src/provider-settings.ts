import type { ProviderSettings } from '#documents';
import type { Settings } from './config.js';

type ModelSettings = Pick<
  Settings,
  | 'SLUICE_MODEL_URL'
  | 'SLUICE_MODEL_API_KEY'
  | 'SLUICE_CHAT_MODEL'
  | 'SLUICE_EMBEDDING_MODEL'
  | 'SLUICE_CHAT_INPUT_PRICE'
  | 'SLUICE_CHAT_OUTPUT_PRICE'
  | 'SLUICE_EMBEDDING_PRICE'
>;

/** The model provider the steps may use; null when none is configured. */
export function providerSettings(settings: ModelSettings): ProviderSettings | null {
  const modelUrl = settings.SLUICE_MODEL_URL;
  if (modelUrl === undefined) return null;
  return {
    modelUrl,
    apiKey: settings.SLUICE_MODEL_API_KEY ?? null,
    chatModel: settings.SLUICE_CHAT_MODEL ?? null,
    embeddingModel: settings.SLUICE_EMBEDDING_MODEL ?? null,
    prices: {
      chatInput: settings.SLUICE_CHAT_INPUT_PRICE,
      chatOutput: settings.SLUICE_CHAT_OUTPUT_PRICE,
      embedding: settings.SLUICE_EMBEDDING_PRICE,
    },
  };
}
