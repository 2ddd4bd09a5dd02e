import type { JsonObject, Reference, StepOutput } from '#definition';
import { OWNER, MemoryStores, contextOn } from '../../test/memory-stores.js';
import { json, startServer } from '../../test/local-server.js';
import type { StepContext } from '../step-implementation.js';
import { createStepImplementations } from './create-step-implementations.js';

const steps = createStepImplementations(null);
const LEAVE = '# Leave\n\nEmployees get 25 days of annual leave a year.\n\n# Travel\n\nTrains come first.';

function run(
  type: string,
  context: StepContext,
  configuration: JsonObject = {},
  incoming: Record<string, readonly Reference[]> = {},
  implementations = steps,
): Promise<StepOutput> {
  const step = implementations[type];
  if (!step) throw new Error(`There is no step ${type}.`);
  return step({ configuration, incoming, documents: null }, context);
}

describe('document_ingestion', () => {
  it('reads the collection, goes on past what cannot be read and says why', async () => {
    const stores = new MemoryStores();
    const context = contextOn(stores);
    const ids = [stores.documents.add('a.md', LEAVE), stores.documents.add('b.pdf', '%PDF-1.4 broken')];
    stores.documents.add('copy of a.md', LEAVE);
    const { facts, references } = await run('document_ingestion', context);

    expect(facts).toMatchObject({
      document_count: 1,
      failed_count: 1,
      skipped_count: 1,
      byte_count: LEAVE.length,
      failures: [{ name: 'b.pdf', code: 'DOCUMENT_BROKEN' }],
    });
    expect(references['documents']).toMatchObject({ kind: 'documents', count: 1 });
    expect(await stores.artifacts.get(references['documents'] as Reference)).toEqual({
      documentIds: [ids[0]],
    });
    expect(stores.documents.failures.get(ids[1] ?? '')?.code).toBe('DOCUMENT_BROKEN');
    expect(context.said.map((words) => words.split(' ')[0])).toEqual(['1/2', '2/2']);
  });

  it('reads nothing twice', async () => {
    const stores = new MemoryStores();
    stores.documents.add('a.md', LEAVE);
    await run('document_ingestion', contextOn(stores));
    const content = jest.spyOn(stores.documents, 'content');
    await run('document_ingestion', contextOn(stores));

    expect(content).not.toHaveBeenCalled();
  });

  it('reads the documents that a reference names, before those of the collection', async () => {
    const stores = new MemoryStores();
    stores.documents.add('a.md', LEAVE);
    const chosen = await stores.artifacts.put('documents', 1, {
      documentIds: [stores.documents.add('b.md', 'Two')],
    });
    const { facts } = await run('document_ingestion', contextOn(stores), {
      documents: chosen as unknown as JsonObject,
    });

    expect(facts).toMatchObject({ document_count: 1, byte_count: 3 });
  });

  it('fails when nothing can be read, and at the first failure when told to', async () => {
    const stores = new MemoryStores();
    stores.documents.add('a.pdf', '%PDF-1.4 broken');
    await expect(run('document_ingestion', contextOn(stores))).rejects.toMatchObject({
      name: 'StepFailure',
      code: 'NO_READABLE_DOCUMENT',
      retryable: false,
    });

    stores.documents.add('b.md', LEAVE);
    await expect(
      run('document_ingestion', contextOn(stores), { onDocumentError: 'fail' }),
    ).rejects.toMatchObject({ code: 'DOCUMENT_BROKEN' });
  });

  it('leaves documents above its size alone', async () => {
    const stores = new MemoryStores();
    stores.documents.add('a.md', LEAVE);
    stores.documents.add('b.md', 'Two');
    const { facts } = await run('document_ingestion', contextOn(stores), { maximumBytes: 10 });

    expect(facts).toMatchObject({
      document_count: 1,
      failures: [{ name: 'a.md', code: 'DOCUMENT_TOO_LARGE' }],
    });
  });

  it('finds no documents of others, and none without a collection', async () => {
    const stores = new MemoryStores();
    stores.documents.add('a.md', LEAVE);
    const { facts } = await run('document_ingestion', contextOn(stores, { ownerId: 'somebody else' }));
    expect(facts).toMatchObject({ document_count: 0, failed_count: 0 });

    await expect(run('document_ingestion', contextOn(stores, { collectionId: null }))).rejects.toMatchObject({
      code: 'INPUT_MISSING',
    });
  });

  it('stops when the step is cancelled', async () => {
    const stores = new MemoryStores();
    stores.documents.add('a.md', LEAVE);
    const signal = AbortSignal.abort(new Error('cancelled'));

    await expect(run('document_ingestion', contextOn(stores, { signal }))).rejects.toThrow('cancelled');
  });
});

describe('chunking', () => {
  it('cuts what arrives once, and gives the same set again', async () => {
    const { stores, documents } = await ingested();
    const first = await run('chunking', contextOn(stores), {}, { documents });
    const save = jest.spyOn(stores.chunks, 'save');
    const second = await run('chunking', contextOn(stores), {}, { documents });

    expect(first.facts).toMatchObject({ chunk_count: 2 });
    expect(first.facts['mean_tokens']).toBe(Math.round(Number(first.facts['token_count']) / 2));
    expect(second).toEqual(first);
    expect(save).not.toHaveBeenCalled();
  });

  it('needs documents, and settings that make sense', async () => {
    const { stores, documents } = await ingested();

    await expect(run('chunking', contextOn(stores))).rejects.toMatchObject({ code: 'INPUT_MISSING' });
    await expect(
      run('chunking', contextOn(stores), { size: 100, overlap: 100 }, { documents }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', retryable: false });
  });
});

describe('embedding', () => {
  it('gives every chunk a vector, and keeps those that are there', async () => {
    const { stores, chunks } = await chunked();
    const first = await run('embedding', contextOn(stores), { batchSize: 1 }, { chunks });
    const second = await run('embedding', contextOn(stores), {}, { chunks });

    expect(first.facts).toEqual({
      embedded_count: 2,
      reused_count: 0,
      dimensions: 1024,
      model: 'lexical-1024',
      token_count: 0,
      cost: 0,
    });
    expect(second.facts).toMatchObject({ embedded_count: 0, reused_count: 2, dimensions: 1024 });
    expect(await stores.artifacts.get(first.references['embeddings'] as Reference)).toMatchObject({
      model: 'lexical-1024',
      sets: [{ documentId: 'document-0001' }],
    });
  });

  it('asks the configured provider, in batches, and says what it cost', async () => {
    const server = await startServer(({ body }, response) => {
      const { input } = JSON.parse(body) as { input: string[] };
      const data = input.map((_, index) => ({ index, embedding: [1, index, 0] }));
      json(response, 200, { data, usage: { prompt_tokens: 500 } });
    });
    const { stores, chunks } = await chunked();
    const withModel = createStepImplementations({
      modelUrl: `${server.origin}/v1`,
      apiKey: null,
      chatModel: null,
      embeddingModel: 'small',
      prices: { chatInput: 0, chatOutput: 0, embedding: 0.02 },
    });
    const { facts } = await run(
      'embedding',
      contextOn(stores),
      { provider: 'openai', batchSize: 1 },
      { chunks },
      withModel,
    );
    await server.close();

    expect(facts).toMatchObject({
      embedded_count: 2,
      model: 'small',
      dimensions: 3,
      token_count: 1000,
      cost: 0.00002,
    });
    expect(server.asked).toHaveLength(2);
    expect((JSON.parse(server.asked[0]?.body ?? '') as { input: string[] }).input[0]).toMatch(/^Leave\n/);
  });

  it('says so when there is no provider', async () => {
    const { stores, chunks } = await chunked();

    await expect(
      run('embedding', contextOn(stores), { provider: 'openai' }, { chunks }),
    ).rejects.toMatchObject({
      name: 'ProviderError',
      code: 'PROVIDER_NOT_CONFIGURED',
      retryable: false,
    });
  });
});

describe('search and synthesis', () => {
  const QUESTION = 'How many days of annual leave do employees get?';

  it('find the passages and answer from them', async () => {
    const { stores, embeddings } = await embedded();
    const found = await run('search', contextOn(stores), { query: QUESTION }, { embeddings });
    expect(found.facts).toMatchObject({ top_score: 1, confidence: 1 });

    const passages = [found.references['passages'] as Reference];
    const { facts, references } = await run('synthesis', contextOn(stores), {}, { passages });
    expect(facts).toMatchObject({
      answer: 'Employees get 25 days of annual leave a year. [1]',
      citation_count: 1,
      token_count: 0,
      cost: 0,
      citations: [{ number: 1, documentName: 'a.md', headingPath: ['Leave'] }],
    });
    expect(await stores.artifacts.get(references['answer_document'] as Reference)).toMatchObject({
      question: QUESTION,
    });
  });

  it('search the collection when nothing arrives', async () => {
    const { stores } = await embedded();
    const { facts } = await run('search', contextOn(stores), { query: 'trains', scope: 'collection' });

    expect(facts['result_count']).toBe(1);
  });

  it('say that there is no answer rather than guess', async () => {
    const { stores, embeddings } = await embedded();
    const found = await run(
      'search',
      contextOn(stores),
      { query: 'Is there a pension plan?' },
      { embeddings },
    );
    const passages = [found.references['passages'] as Reference];
    const { facts } = await run('synthesis', contextOn(stores), {}, { passages });

    expect(facts).toMatchObject({ citation_count: 0, citations: [], confidence: 0 });
    expect(facts['answer']).toMatch(/do not hold an answer/);
  });

  it('need a question, something to search and passages', async () => {
    const { stores } = await embedded();

    await expect(run('search', contextOn(stores))).rejects.toMatchObject({ code: 'INPUT_MISSING' });
    await expect(
      run('search', contextOn(stores, { collectionId: null }), { query: 'x' }),
    ).rejects.toMatchObject({ code: 'INPUT_MISSING' });
    await expect(run('synthesis', contextOn(stores))).rejects.toMatchObject({ code: 'INPUT_MISSING' });
  });

  it('let a model write when one is configured, and pay only when there is something to answer from', async () => {
    const server = await startServer((_asked, response) =>
      json(response, 200, {
        choices: [{ message: { content: 'They get 25 days [1].' }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 100, completion_tokens: 10 },
      }),
    );
    const withModel = createStepImplementations({
      modelUrl: server.origin,
      apiKey: 'k',
      chatModel: 'chat',
      embeddingModel: null,
    });
    const { stores, embeddings } = await embedded();
    const ask = async (query: string): Promise<StepOutput> => {
      const found = await run('search', contextOn(stores), { query }, { embeddings }, withModel);
      const passages = [found.references['passages'] as Reference];
      return run('synthesis', contextOn(stores), {}, { passages }, withModel);
    };
    const answered = await ask(QUESTION);
    const unanswered = await ask('Is there a pension plan?');
    await server.close();

    expect(answered.facts).toMatchObject({
      answer: 'They get 25 days [1].',
      citation_count: 1,
      token_count: 110,
    });
    expect(answered.facts).not.toHaveProperty('cost');
    expect(unanswered.facts).toMatchObject({ citation_count: 0, cost: 0 });
    expect(server.asked).toHaveLength(1);
  });
});

async function ingested(): Promise<{ stores: MemoryStores; documents: readonly Reference[] }> {
  const stores = new MemoryStores();
  stores.documents.add('a.md', LEAVE);
  const { references } = await run('document_ingestion', contextOn(stores, { ownerId: OWNER }));
  return { stores, documents: [references['documents'] as Reference] };
}

async function chunked(): Promise<{ stores: MemoryStores; chunks: readonly Reference[] }> {
  const { stores, documents } = await ingested();
  const { references } = await run('chunking', contextOn(stores), {}, { documents });
  return { stores, chunks: [references['chunks'] as Reference] };
}

async function embedded(): Promise<{ stores: MemoryStores; embeddings: readonly Reference[] }> {
  const { stores, chunks } = await chunked();
  const { references } = await run('embedding', contextOn(stores), {}, { chunks });
  return { stores, embeddings: [references['embeddings'] as Reference] };
}
