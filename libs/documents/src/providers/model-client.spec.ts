import type { ServerResponse } from 'node:http';
import type { LocalServer } from '../../test/local-server.js';
import { json, startServer } from '../../test/local-server.js';
import { createGuardedClient } from '../http/guarded-client.js';
import { createModelClient } from './model-client.js';
import type { ModelClient } from './model-client.js';
import { retryAfterMs } from './retry-after.js';

const SIGNAL = new AbortController().signal;
const CHAT = {
  model: 'm',
  messages: [{ role: 'user', content: 'Hi' }],
  temperature: 0,
  maximumTokens: 50,
} as const;

describe('speaking to a model provider', () => {
  let server: LocalServer;
  let answer: (response: ServerResponse) => void;
  let client: ModelClient;

  beforeAll(async () => {
    server = await startServer((_asked, response) => answer(response));
    const http = createGuardedClient({ allowedOrigins: [server.origin] });
    client = createModelClient(http, { modelUrl: `${server.origin}/v1/`, apiKey: 'sk-secret-key' });
  });
  afterAll(() => server.close());

  it('asks for a chat completion and counts its tokens', async () => {
    answer = (response) =>
      json(response, 200, {
        choices: [{ message: { role: 'assistant', content: 'Hello [1]' }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
      });

    expect(await client.chat(CHAT, SIGNAL)).toEqual({
      text: 'Hello [1]',
      inputTokens: 12,
      outputTokens: 3,
      cutOff: false,
    });
    const asked = server.asked.at(-1);
    expect(asked).toMatchObject({ method: 'POST', path: '/v1/chat/completions' });
    expect(asked?.headers.authorization).toBe('Bearer sk-secret-key');
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      model: 'm',
      messages: [{ role: 'user', content: 'Hi' }],
      temperature: 0,
      max_tokens: 50,
    });
  });

  it('counts tokens itself when the provider does not tell', async () => {
    answer = (response) =>
      json(response, 200, { choices: [{ message: { content: 'Hello there' } }], usage: null });

    expect(await client.chat(CHAT, SIGNAL)).toMatchObject({ inputTokens: 1, outputTokens: 2 });
  });

  it('asks for embeddings and puts them in the order of the texts', async () => {
    answer = (response) =>
      json(response, 200, {
        data: [
          { index: 1, embedding: [0, 1] },
          { index: 0, embedding: [1, 0] },
        ],
        usage: { prompt_tokens: 7, total_tokens: 7 },
      });
    const { vectors, tokens } = await client.embed({ model: 'e', texts: ['a', 'b'], dimensions: 2 }, SIGNAL);

    expect(vectors.map((vector) => [...vector])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(tokens).toBe(7);
    expect(JSON.parse(server.asked.at(-1)?.body ?? '')).toMatchObject({ input: ['a', 'b'], dimensions: 2 });
  });

  it.each([
    [
      429,
      { error: { message: 'Slow down' } },
      { 'retry-after': '70' },
      'PROVIDER_RATE_LIMITED',
      true,
      70_000,
    ],
    [429, { error: { message: 'x', code: 'insufficient_quota' } }, {}, 'PROVIDER_REFUSED', false, null],
    [500, 'oops', {}, 'PROVIDER_UNAVAILABLE', true, null],
    [503, '', { 'retry-after': '40' }, 'PROVIDER_UNAVAILABLE', true, 40_000],
    [401, { error: { message: 'Bad key' } }, {}, 'PROVIDER_REFUSED', false, null],
    [404, { error: 'model not found' }, {}, 'PROVIDER_REFUSED', false, null],
    [200, '{"choices": [', {}, 'PROVIDER_INVALID_RESPONSE', true, null],
    [200, { choices: [] }, {}, 'PROVIDER_INVALID_RESPONSE', true, null],
  ])('status %i with %j means %s', async (status, body, headers, code, retryable, wait) => {
    answer = (response) => json(response, status, body, headers);

    await expect(client.chat(CHAT, SIGNAL)).rejects.toMatchObject({
      name: 'ProviderError',
      code,
      retryable,
      retryAfterMs: wait,
    });
  });

  it('refuses vectors that do not fit the texts', async () => {
    answer = (response) => json(response, 200, { data: [{ index: 0, embedding: [1] }] });

    await expect(
      client.embed({ model: 'e', texts: ['a', 'b'], dimensions: null }, SIGNAL),
    ).rejects.toMatchObject({ code: 'PROVIDER_INVALID_RESPONSE' });
  });

  it('says no part of the key again, even when the provider does', async () => {
    answer = (response) => json(response, 401, { error: { message: 'Incorrect API key: sk-secret-key.' } });

    await expect(client.chat(CHAT, SIGNAL)).rejects.toThrow(/Incorrect API key: \[key\]/);
  });

  it('may be tried again when nobody answers', async () => {
    answer = (response) => response.destroy();

    await expect(client.chat(CHAT, SIGNAL)).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      retryable: true,
    });
  });

  it('stops when the step is cancelled', async () => {
    const controller = new AbortController();
    answer = () => controller.abort(new Error('cancelled'));

    await expect(client.chat(CHAT, controller.signal)).rejects.toThrow('cancelled');
  });
});

describe('Retry-After', () => {
  it('is seconds or a date', () => {
    const now = Date.UTC(2026, 0, 1);

    expect(retryAfterMs('1.5', now)).toBe(1500);
    expect(retryAfterMs(new Date(now + 4000).toUTCString(), now)).toBe(4000);
    expect(retryAfterMs(new Date(now - 4000).toUTCString(), now)).toBe(0);
    expect(retryAfterMs('soon', now)).toBeNull();
    expect(retryAfterMs(undefined, now)).toBeNull();
  });
});
