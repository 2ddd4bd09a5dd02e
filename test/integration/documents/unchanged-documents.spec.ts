import { Readable } from 'node:stream';
import { createStepImplementations } from '#documents';
import type { Extraction, Stores } from '#documents';
import type { JsonObject, Reference } from '#definition';
import { DocumentIntake, PostgresStores } from '#persistence';
import { contextOn, MemoryStores } from '../../../libs/documents/test/memory-stores.js';
import { startModelServer } from '../../../libs/documents/test/model-server.js';
import type { ModelServer } from '../../../libs/documents/test/model-server.js';
import { readerVersion } from '../../../libs/documents/src/readers/reader-version.js';
import { createDatabase } from '../persistence/support/database.js';
import type { TestDatabase } from '../persistence/support/database.js';
import { insertUser } from '../persistence/support/fixtures.js';

jest.setTimeout(120_000);

const NOTES = 997;
const CHANGING = ['Alpha', 'Beta', 'Gamma'] as const;
const SMALL = { strategy: 'headings', size: 16, overlap: 0 };
const LARGE = { strategy: 'headings', size: 200, overlap: 0 };

/** What is done again when little has changed, counted where it costs: at the readers and at the provider. */
describe('a thousand documents that were read, cut and embedded', () => {
  let database: TestDatabase;
  let server: ModelServer;
  let owner: string;
  let notes: readonly string[];
  let first: Done;

  beforeAll(async () => {
    [database, server] = await Promise.all([createDatabase(), startModelServer()]);
    owner = await insertUser(database.dataSource);
    notes = await uploadNotes(owner);
    first = await run(owner, [...notes, ...(await uploadAll(owner, 'first'))], LARGE);
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  it('are embedded once each', () => {
    expect(first).toMatchObject({ read: 3, cut: 1_000, sent: 1_006 });
    expect(first.facts).toMatchObject({ embedded_count: 1_006, reused_count: 0 });
  });

  it('are left alone when three of them change: three are read, cut and embedded', async () => {
    const done = await run(owner, [...notes, ...(await uploadAll(owner, 'second'))], LARGE);

    // Each of the three has a paragraph that stayed as it was, which is not embedded again.
    expect(done).toMatchObject({ read: 3, cut: 3, sent: 6 });
    expect(done.facts).toMatchObject({ embedded_count: 6, reused_count: 1_000 });
  });

  it('are not read again to be cut in another way, and only chunks never seen are embedded', async () => {
    const done = await run(owner, [...notes, ...(await uploadAll(owner, 'first'))], SMALL);

    // The outlooks alone are longer than the smaller chunks: their first sentences differ, the second is one and the same.
    expect(done).toMatchObject({ read: 0, cut: 1_000, sent: 4 });
  });

  it('are embedded for somebody else as if they were new', async () => {
    const stranger = await insertUser(database.dataSource);
    const done = await run(stranger, await uploadAll(stranger, 'first'), LARGE);

    expect(done).toMatchObject({ read: 0, cut: 3, sent: 9 });
  });

  interface Done {
    /** Documents that went through a reader, documents that were cut, texts that the provider was given. */
    readonly read: number;
    readonly cut: number;
    readonly sent: number;
    readonly facts: Readonly<Record<string, unknown>>;
  }

  async function run(ownerId: string, documentIds: readonly string[], cutting: JsonObject): Promise<Done> {
    const stores: Stores = new PostgresStores(database.dataSource);
    const steps = createStepImplementations({
      modelUrl: server.url,
      apiKey: null,
      chatModel: null,
      embeddingModel: 'm',
    });
    const context = contextOn(new MemoryStores(), { stores, ownerId, collectionId: null });
    const read = jest.spyOn(stores.documents, 'saveExtraction');
    const cut = jest.spyOn(stores.chunks, 'save');
    const before = sent();
    const step = async (type: string, configuration: JsonObject, name: string, reference: Reference) => {
      const incoming = { [name]: [reference] };
      const request = {
        configuration,
        incoming,
        documents: type === 'document_ingestion' ? reference : null,
      };
      const output = await steps[type]?.(request, context);
      if (output === undefined) throw new Error(`There is no step ${type}`);
      return output;
    };
    const chosen = await stores.artifacts.put('documents', documentIds.length, { documentIds });
    const reading = await step('document_ingestion', {}, 'documents', chosen);
    const documents = reading.references['documents'] as Reference;
    const chunking = await step('chunking', cutting, 'documents', documents);
    const chunks = chunking.references['chunks'] as Reference;
    const { facts } = await step('embedding', { provider: 'openai' }, 'chunks', chunks);
    return { read: read.mock.calls.length, cut: cut.mock.calls.length, sent: sent() - before, facts };
  }

  function sent(): number {
    return server.embeddings.reduce((sum, { input }) => sum + input.length, 0);
  }

  /** Already read: reading is what the others are for. */
  async function uploadNotes(ownerId: string): Promise<readonly string[]> {
    const stores = new PostgresStores(database.dataSource);
    const ids: string[] = [];
    for (let number = 0; number < NOTES; number += 1) {
      const text = `Note ${number} says what was decided that day.`;
      const id = await upload(ownerId, text);
      await stores.documents.saveExtraction(id, readerVersion, extractionOf(text));
      ids.push(id);
    }
    return ids;
  }

  /** Three sections each: one is the same in every edition. */
  function uploadAll(ownerId: string, edition: string): Promise<readonly string[]> {
    return Promise.all(
      CHANGING.map((name) =>
        upload(
          ownerId,
          [
            `# About\n\n${name} in its always same words.`,
            `# History\n\n${name} in its ${edition} words.`,
            `# Outlook\n\n${name} goes on for a while in its ${edition} words. It ends with a sentence of ten more words.`,
          ].join('\n\n'),
        ),
      ),
    );
  }

  async function upload(ownerId: string, text: string): Promise<string> {
    const intake = new DocumentIntake(database.dataSource);
    const source = Readable.from([Buffer.from(text)]);
    const added = await intake.add(ownerId, { name: 'note.md', collectionId: null }, source, 10_000);
    if (added === null) throw new Error('The document was not added');
    return added.id;
  }
});

function extractionOf(text: string): Extraction {
  const block = { kind: 'paragraph', text, page: null, start: 0, end: text.length, headingPath: [] } as const;
  return { mediaType: 'text/markdown', title: null, pageCount: null, text, blocks: [block], warnings: [] };
}
