import type { Fault, ModelServer } from '../../test/model-server.js';
import { startModelServer } from '../../test/model-server.js';
import { createProvider } from './provider.js';
import type { Provider } from './provider.js';

const SIGNAL = new AbortController().signal;
const NO_WAIT = new Date(0).toUTCString();

describe('a provider that does not do what it is asked', () => {
  let server: ModelServer;
  let provider: Provider;

  beforeEach(async () => {
    server = await startModelServer();
    const settings = { modelUrl: server.url, apiKey: null, chatModel: 'c', embeddingModel: 'e' };
    provider = createProvider(settings) as Provider;
    server.write(() => 'Hello.');
  });
  afterEach(() => server.close());

  const chat = () =>
    provider.client.chat(
      { model: 'c', messages: [{ role: 'user', content: 'Say hello' }], temperature: 0, maximumTokens: 9 },
      SIGNAL,
    );
  const embed = () =>
    provider.client.embed({ model: 'e', texts: ['one', 'two words'], dimensions: null }, SIGNAL);

  it.each<[string, Fault]>([
    ['seconds', { kind: 'status', status: 429, headers: { 'retry-after': '0.01' } }],
    ['a date', { kind: 'status', status: 429, headers: { 'retry-after': NO_WAIT } }],
    ['being away for a moment', { kind: 'status', status: 503, headers: { 'retry-after': '0' } }],
  ])('is asked again in the same step after the wait it names: %s', async (_name, fault) => {
    server.fail(fault, fault);

    expect(await chat()).toMatchObject({ text: 'Hello.', inputTokens: 2, outputTokens: 1 });
    expect(server.chats).toHaveLength(3);
  });

  it('is asked four times at most, and then left to the retries of the step', async () => {
    server.fail(...Array<Fault>(5).fill({ kind: 'status', status: 429, headers: { 'retry-after': '0' } }));

    await expect(chat()).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryable: true });
    expect(server.chats).toHaveLength(4);
  });

  it('is not waited for when the step is cancelled', async () => {
    const controller = new AbortController();
    server.fail({ kind: 'status', status: 429, headers: { 'retry-after': '20' } });
    const asking = provider.client.embed({ model: 'e', texts: ['a'], dimensions: null }, controller.signal);
    setTimeout(() => controller.abort(new Error('cancelled')), 50);

    await expect(asking).rejects.toThrow('cancelled');
  });

  it.each<[Fault, string, boolean]>([
    [{ kind: 'status', status: 429, headers: { 'retry-after': '3600' } }, 'PROVIDER_RATE_LIMITED', true],
    [{ kind: 'status', status: 500 }, 'PROVIDER_UNAVAILABLE', true],
    [{ kind: 'status', status: 401 }, 'PROVIDER_REFUSED', false],
    [{ kind: 'cut' }, 'PROVIDER_UNAVAILABLE', true],
    [{ kind: 'invalid-json' }, 'PROVIDER_INVALID_RESPONSE', true],
    [{ kind: 'refusal' }, 'PROVIDER_REFUSED', false],
  ])('answers a chat with %j: %s', async (fault, code, retryable) => {
    server.fail(fault);

    await expect(chat()).rejects.toMatchObject({ code, retryable });
    expect(server.chats).toHaveLength(1);
  });

  it.each<[Fault, string]>([
    [{ kind: 'wrong-count' }, 'PROVIDER_INVALID_RESPONSE'],
    [{ kind: 'cut' }, 'PROVIDER_UNAVAILABLE'],
    [{ kind: 'status', status: 500 }, 'PROVIDER_UNAVAILABLE'],
  ])('gives vectors with %j: %s', async (fault, code) => {
    server.fail(fault);

    await expect(embed()).rejects.toMatchObject({ code, retryable: true });
    expect(server.embeddings).toHaveLength(1);
  });

  describe('in a stream', () => {
    const listen = (onText: (characters: number) => void = () => undefined) =>
      provider.client.chat(
        {
          ...{
            model: 'c',
            messages: [{ role: 'user', content: 'Say hello' }],
            temperature: 0,
            maximumTokens: 9,
          },
          onText,
        },
        SIGNAL,
      );

    it('is heard as it writes, and counts its tokens', async () => {
      const heard: number[] = [];
      server.write(() => 'Hello to all.');

      expect(await listen((characters) => void heard.push(characters))).toEqual({
        text: 'Hello to all.',
        inputTokens: 2,
        outputTokens: 3,
        cutOff: false,
      });
      expect(heard).toEqual([6, 9, 13]);
    });

    it.each<[Fault, string, boolean]>([
      [{ kind: 'cut' }, 'PROVIDER_UNAVAILABLE', true],
      [{ kind: 'half' }, 'PROVIDER_UNAVAILABLE', true],
      [{ kind: 'invalid-json' }, 'PROVIDER_INVALID_RESPONSE', true],
      [{ kind: 'refusal' }, 'PROVIDER_REFUSED', false],
      [{ kind: 'status', status: 500 }, 'PROVIDER_UNAVAILABLE', true],
    ])('with %j: %s', async (fault, code, retryable) => {
      server.fail(fault);

      await expect(listen()).rejects.toMatchObject({ code, retryable });
      expect(server.chats).toHaveLength(1);
    });

    it('is asked for the whole where streams are refused', async () => {
      server.fail({ kind: 'status', status: 422 });

      expect((await listen()).text).toBe('Hello.');
      expect(server.chats.map(({ stream }) => stream)).toEqual([true, undefined]);
    });
  });

  it('may be slow', async () => {
    server.fail({ kind: 'slow', ms: 200 });

    expect((await embed()).tokens).toBe(3);
  });
});
