import { readSettings } from './config.js';
import { providerSettings } from './provider-settings.js';

const DATABASE = { DATABASE_URL: 'postgres://127.0.0.1/sluice' };

describe('the model provider in the settings', () => {
  it('is none without an address', () => {
    expect(providerSettings(readSettings({ ...DATABASE, SLUICE_CHAT_MODEL: 'm' }))).toBeNull();
  });

  it('has the prices that were given, and none in place of the others', () => {
    const given = { SLUICE_MODEL_URL: 'http://127.0.0.1:11434/v1', SLUICE_EMBEDDING_PRICE: '0.02' };

    expect(providerSettings(readSettings({ ...DATABASE, ...given }))).toEqual({
      modelUrl: 'http://127.0.0.1:11434/v1',
      apiKey: null,
      chatModel: null,
      embeddingModel: null,
      prices: { chatInput: undefined, chatOutput: undefined, embedding: 0.02 },
    });
  });

  it('may cost nothing, but not less', () => {
    const costing = (price: string) => readSettings({ ...DATABASE, SLUICE_CHAT_INPUT_PRICE: price });

    expect(costing('0').SLUICE_CHAT_INPUT_PRICE).toBe(0);
    expect(() => costing('-1')).toThrow('SLUICE_CHAT_INPUT_PRICE');
  });
});
