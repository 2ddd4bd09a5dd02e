import type { JsonObject, Reference, StepOutput } from '#definition';
import { MemoryStores, contextOn } from '../../../test/memory-stores.js';
import { startModelServer } from '../../../test/model-server.js';
import type { Fault, ModelServer } from '../../../test/model-server.js';
import type { Chunk } from '../../ports.js';
import { createProvider } from '../../providers/provider.js';
import { embedding } from './embedding.js';

const PRICES = { chatInput: 0, chatOutput: 0, embedding: 1_000_000 };
const TEXTS = ['one', 'two words', 'three more words', 'four', 'five'];

describe('embedding with a model', () => {
  let server: ModelServer;
  let stores: MemoryStores;

  beforeEach(async () => {
    server = await startModelServer();
    stores = new MemoryStores();
  });
  afterEach(() => server.close());

  async function embed(
    texts: readonly string[],
    { configuration = {}, headingPath = [] as readonly string[], set = 'd' } = {},
  ): Promise<StepOutput> {
    const chunks = texts.map((text, ordinal): Chunk => {
      return { ordinal, text, start: 0, end: text.length, page: null, headingPath, tokenCount: 1 };
    });
    await stores.chunks.save({ documentId: set, chunker: 'c' }, chunks);
    const value = { sets: [{ documentId: set, chunker: 'c' }] };
    const reference: Reference = await stores.artifacts.put('chunks', texts.length, value);
    const step = embedding(
      createProvider({
        modelUrl: server.url,
        apiKey: null,
        chatModel: null,
        embeddingModel: 'm',
        prices: PRICES,
      }),
    );
    const settings: JsonObject = { provider: 'openai', ...configuration };
    return step(
      { configuration: settings, incoming: { chunks: [reference] }, documents: null },
      contextOn(stores),
    );
  }
  const sent = (): readonly string[] => server.embeddings.flatMap(({ input }) => input);

  it('counts what the provider counted, in calls bounded by number, a few at a time', async () => {
    const { facts } = await embed(TEXTS, { configuration: { batchSize: 2, concurrency: 2 } });

    expect(facts).toMatchObject({
      embedded_count: 5,
      reused_count: 0,
      token_count: 8,
      cost: 8,
      dimensions: 8,
    });
    expect(server.embeddings.map(({ input }) => input.length)).toEqual([2, 2, 1]);
    expect(server.mostAtOnce()).toBeLessThanOrEqual(2);
  });

  it('sends fewer texts in a call when they are long', async () => {
    const long = TEXTS.map((text) => `${text} ${'word '.repeat(600)}`);
    await embed(long, { configuration: { batchTokens: 1_300, concurrency: 1 } });

    expect(server.embeddings.map(({ input }) => input.length)).toEqual([2, 2, 1]);
  });

  it('keeps vectors of length 1', async () => {
    await embed(TEXTS);

    for (const vector of stores.index.vectors.get('m')?.values() ?? []) {
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
  });

  it('asks once for what several chunks say', async () => {
    const { facts } = await embed(['same', 'same', 'other']);

    expect(sent()).toEqual(['same', 'other']);
    expect(facts).toMatchObject({ embedded_count: 3, token_count: 2 });
  });

  it('never asks again for what it knows, whichever document says it', async () => {
    await embed(TEXTS);
    const { facts } = await embed([...TEXTS, 'new'], { set: 'another' });

    expect(sent()).toEqual([...TEXTS, 'new']);
    expect(facts).toMatchObject({ embedded_count: 1, reused_count: 5, token_count: 1, cost: 1 });
  });

  it.each([
    ['text', ['One'], {}],
    ['white space', ['one '], {}],
    ['headings', ['one'], { headingPath: ['Chapter'] }],
    ['model', ['one'], { configuration: { model: 'other' } }],
    ['dimensions', ['one'], { configuration: { dimensions: 16 } }],
    ['prompt of the model', ['one'], { configuration: { model: 'nomic-embed-text' } }],
  ])('takes nothing old for another %s', async (_name, texts, difference) => {
    await embed(['one']);
    const { facts } = await embed(texts, { set: 'another', ...difference });

    expect(server.embeddings).toHaveLength(2);
    expect(facts).toMatchObject({ embedded_count: 1, reused_count: 0 });
  });

  it('gives a model the words it was trained to see before a passage, and says so in the name', async () => {
    const { facts } = await embed(['one'], { configuration: { model: 'intfloat/e5-small', dimensions: 8 } });

    expect(sent()).toEqual(['passage: one']);
    expect(facts['model']).toBe('intfloat/e5-small@8~e5');
  });

  it('refuses a model whose vectors have another length than before', async () => {
    await embed(['one']);
    server.fail({ kind: 'dimensions', dimensions: 12 });

    await expect(embed(['two'], { set: 'another' })).rejects.toMatchObject({
      code: 'PROVIDER_WRONG_DIMENSIONS',
      retryable: false,
    });
  });

  it('refuses a model that does not give the length it is asked for', async () => {
    server.fail({ kind: 'dimensions', dimensions: 12 });

    await expect(embed(['one'], { configuration: { dimensions: 16 } })).rejects.toMatchObject({
      code: 'PROVIDER_WRONG_DIMENSIONS',
    });
  });

  it('counts a call once, however often it took to get an answer', async () => {
    server.fail({ kind: 'status', status: 429, headers: { 'retry-after': '0' } });
    const { facts } = await embed(TEXTS);

    expect(facts).toMatchObject({ token_count: 8, cost: 8 });
  });

  it('goes on where a failed attempt stopped', async () => {
    const [fine, broken]: Fault[] = [
      { kind: 'slow', ms: 0 },
      { kind: 'status', status: 500 },
    ];
    server.fail(fine as Fault, broken as Fault);
    const oneByOne = { configuration: { batchSize: 2, concurrency: 1 } };
    await expect(embed(TEXTS, oneByOne)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    const { facts } = await embed(TEXTS, oneByOne);

    expect(sent()).toEqual([
      'one',
      'two words',
      'three more words',
      'four',
      'three more words',
      'four',
      'five',
    ]);
    expect(facts).toMatchObject({ embedded_count: 3, reused_count: 2 });
  });
});
