import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Chunk, Extraction, Stores } from '#documents';
import { ContentTooLargeError, DocumentIntake, PostgresStores } from '#persistence';
import { createDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { insertCollection, insertUser } from './support/fixtures.js';

jest.setTimeout(60_000);

const MIB = 1024 * 1024;

describe('the stores', () => {
  let database: TestDatabase;
  let intake: DocumentIntake;
  let stores: Stores;
  let owner: string;
  let stranger: string;

  beforeAll(async () => {
    database = await createDatabase();
    intake = new DocumentIntake(database.dataSource);
    stores = new PostgresStores(database.dataSource);
    owner = await insertUser(database.dataSource);
    stranger = await insertUser(database.dataSource);
  });
  afterAll(() => database.drop());

  async function upload(content: Uint8Array | string, collectionId: string | null = null, ownerId = owner) {
    const bytes = Buffer.from(content);
    const document = await intake.add(ownerId, { name: 'paper.txt', collectionId }, stream(bytes), 50 * MIB);
    if (document === null) throw new Error('not added');
    return document;
  }
  const count = async (table: string) =>
    (await database.dataSource.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

  describe('documents', () => {
    it('go in as a stream and come out byte for byte', async () => {
      const content = randomBytes(5 * MIB + 17);
      const document = await upload(content);
      expect(document).toMatchObject({ status: 'uploaded', bytes: content.length, sha256: sha256(content) });
      expect(Buffer.compare(await stores.documents.content(document.id), content)).toBe(0);
    });

    it('may be empty', async () => {
      expect(await stores.documents.content((await upload('')).id)).toHaveLength(0);
    });

    it('of the same content share it, also when they arrive together; it goes with the last of them', async () => {
      const content = randomBytes(2 * MIB);
      const blobs = (await count('blobs')) ?? 0;
      const documents = await Promise.all([1, 2, 3, 4].map(() => upload(content)));
      expect(await count('blobs')).toBe(blobs + 1);
      for (const { id } of documents) {
        expect(Buffer.compare(await stores.documents.content(id), content)).toBe(0);
        expect(await intake.remove(stranger, id)).toBe(false);
        expect(await intake.remove(owner, id)).toBe(true);
      }
      expect(await count('blobs')).toBe(blobs);
    });

    it('that are too big or break off leave nothing behind', async () => {
      const before = [await count('blobs'), await count('blob_parts'), await count('documents')];
      const big = intake.add(owner, { name: 'big', collectionId: null }, stream(randomBytes(MIB)), MIB - 1);
      await expect(big).rejects.toThrow(ContentTooLargeError);
      const broken = intake.add(owner, { name: 'broken', collectionId: null }, brokenStream(), MIB);
      await expect(broken).rejects.toThrow('connection lost');
      expect([await count('blobs'), await count('blob_parts'), await count('documents')]).toEqual(before);
    });

    it("do not get into a stranger's collection", async () => {
      const collectionId = await insertCollection(database.dataSource, stranger);
      expect(await intake.add(owner, { name: 'x', collectionId }, stream(Buffer.from('x')), MIB)).toBeNull();
    });

    it('are listed for their owner only, in pages', async () => {
      const collectionId = await insertCollection(database.dataSource, owner);
      const ids = (await Promise.all(['a', 'b', 'c'].map((text) => upload(text, collectionId))))
        .map(({ id }) => id)
        .sort();
      const collection = { kind: 'collection', collectionId } as const;
      const first = await stores.documents.list(owner, collection, null, 2);
      const rest = await stores.documents.list(owner, collection, first[1]?.id ?? '', 2);
      expect([...first, ...rest].map(({ id }) => id)).toEqual(ids);
      expect(await stores.documents.list(stranger, collection, null, 10)).toEqual([]);
      const chosen = { kind: 'ids', ids: [...ids, randomUUID(), "'; DROP TABLE users; --"] } as const;
      expect((await stores.documents.list(owner, chosen, null, 10)).map(({ id }) => id)).toEqual(ids);
      expect(await stores.documents.list(stranger, chosen, null, 10)).toEqual([]);
    });

    it('are read once for a content and a reader version', async () => {
      const [first, second] = [await upload('# One\n\nTwo'), await upload('# One\n\nTwo')];
      expect(await stores.documents.extraction(first.id, 'r1')).toBeNull();
      await stores.documents.saveExtraction(first.id, 'r1', EXTRACTION);
      expect(await stores.documents.extraction(second.id, 'r1')).toEqual(EXTRACTION);
      expect(await stores.documents.extraction(first.id, 'r2')).toBeNull();
      const chosen = { kind: 'ids', ids: [first.id, second.id] } as const;
      expect(await stores.documents.list(owner, chosen, null, 10)).toMatchObject([
        { status: 'ready', mediaType: 'text/markdown' },
        { status: 'ready', mediaType: 'text/markdown' },
      ]);
    });

    it('with characters that cannot be stored keep their offsets and say so', async () => {
      const document = await upload('nul');
      const text = 'a\u0000b\uD800c';
      const block = {
        kind: 'paragraph',
        text,
        page: null,
        start: 0,
        end: 5,
        headingPath: ['h\u0000'],
      } as const;
      await stores.documents.saveExtraction(document.id, 'r1', { ...EXTRACTION, text, blocks: [block] });
      expect(await stores.documents.extraction(document.id, 'r1')).toMatchObject({
        text: 'a\uFFFDb\uFFFDc',
        blocks: [{ text: 'a\uFFFDb\uFFFDc', headingPath: ['h\uFFFD'] }],
        warnings: ['A warning.', '2 characters that cannot be stored were replaced.'],
      });
    });

    it('that cannot be read are marked, and may be read later', async () => {
      const document = await upload('broken');
      await stores.documents.saveFailure(document.id, { code: 'DOCUMENT_BROKEN', message: 'Bad\u0000 file' });
      const chosen = { kind: 'ids', ids: [document.id] } as const;
      expect(await stores.documents.list(owner, chosen, null, 1)).toMatchObject([{ status: 'failed' }]);
      await stores.documents.saveExtraction(document.id, 'r2', EXTRACTION);
      expect(await stores.documents.list(owner, chosen, null, 1)).toMatchObject([{ status: 'ready' }]);
    });
  });

  describe('chunks', () => {
    it('are written once, and vectors fill up what is missing', async () => {
      const set = { documentId: (await upload('chunked')).id, chunker: 'headings:300' };
      expect(await stores.chunks.summary(set)).toBeNull();
      await stores.chunks.save(set, CHUNKS);
      await stores.chunks.save(set, [{ ...CHUNKS[0], text: 'another' } as Chunk]);
      expect(await stores.chunks.summary(set)).toEqual({ chunks: 3, tokens: 6 });

      const [first] = await stores.chunks.withoutVector([set, set], 'm', 1);
      expect(first).toEqual({ id: expect.any(String), text: 'alpha', tokenCount: 1, headingPath: ['Greek'] });
      await stores.chunks.saveVectors('m', [
        { chunkId: first?.id ?? '', vector: Float32Array.of(1, 2), inputHash: HASH },
      ]);
      await stores.chunks.saveVectors('m', [
        { chunkId: first?.id ?? '', vector: Float32Array.of(3, 4), inputHash: HASH },
      ]);
      expect(await stores.chunks.countVectors([set, set], 'm')).toBe(1);
      expect(await stores.chunks.countVectors([set], 'other')).toBe(0);
      expect((await stores.chunks.withoutVector([set], 'm', 10)).map(({ text }) => text)).toEqual([
        'beta',
        'gamma',
      ]);
    });

    it('of the same content are taken over with their vectors, from the same owner only', async () => {
      const content = randomBytes(20);
      const set = { documentId: (await upload(content)).id, chunker: 'c' };
      await stores.chunks.save(set, CHUNKS);
      const [chunk] = await stores.chunks.withoutVector([set], 'm', 1);
      await stores.chunks.saveVectors('m', [
        { chunkId: chunk?.id ?? '', vector: Float32Array.of(1), inputHash: HASH },
      ]);

      const twin = { documentId: (await upload(content)).id, chunker: 'c' };
      expect(await stores.chunks.summary(twin)).toEqual({ chunks: 3, tokens: 6 });
      expect(await stores.chunks.countVectors([twin], 'm')).toBe(1);
      expect((await stores.chunks.withoutVector([twin], 'm', 9)).map(({ text }) => text)).toEqual([
        'beta',
        'gamma',
      ]);
      const foreign = { documentId: (await upload(content, null, stranger)).id, chunker: 'c' };
      expect(await stores.chunks.summary(foreign)).toBeNull();
    });

    it('of the same content give the vectors of every model, whichever document they were made for', async () => {
      const content = randomBytes(20);
      const sets = [];
      for (const model of ['first', 'second']) {
        const set = { documentId: (await upload(content)).id, chunker: 'c' };
        if ((await stores.chunks.summary(set)) === null) await stores.chunks.save(set, CHUNKS);
        const [chunk] = await stores.chunks.withoutVector([set], model, 1);
        await stores.chunks.saveVectors(model, [
          { chunkId: chunk?.id ?? '', vector: Float32Array.of(1), inputHash: HASH },
        ]);
        sets.push(set);
      }
      const last = { documentId: (await upload(content)).id, chunker: 'c' };
      expect(await stores.chunks.summary(last)).toEqual({ chunks: 3, tokens: 6 });
      expect(await stores.chunks.countVectors([last], 'first')).toBe(1);
      expect(await stores.chunks.countVectors([last], 'second')).toBe(1);
    });

    it('are listed page by page across documents, for their owner only', async () => {
      const sets: { readonly documentId: string; readonly chunker: string }[] = [];
      for (const name of ['one', 'two', 'three']) {
        const set = { documentId: (await upload(`listed ${name}`)).id, chunker: 'c' };
        await stores.chunks.save(
          set,
          CHUNKS.map((chunk) => ({ ...chunk, text: `${name} ${chunk.text}` })),
        );
        sets.push(set);
      }
      const missing = { documentId: randomUUID(), chunker: 'c' };
      const page = async (offset: number, limit: number) =>
        (await stores.chunks.list(owner, [...sets, missing], offset, limit)).map(({ text }) => text);
      const all = ['one', 'two', 'three'].flatMap((name) => CHUNKS.map(({ text }) => `${name} ${text}`));
      expect(await page(0, 100)).toEqual(all);
      for (const offset of [0, 2, 3, 7]) expect(await page(offset, 4)).toEqual(all.slice(offset, offset + 4));
      expect(await page(9, 4)).toEqual([]);
      expect((await stores.chunks.list(owner, sets, 3, 1))[0]).toMatchObject({
        ...{ documentId: sets[1]?.documentId, documentName: 'paper.txt', ordinal: 0, headingPath: ['Greek'] },
      });
      expect(await stores.chunks.list(stranger, sets, 0, 10)).toEqual([]);
    });

    it('take hostile text', async () => {
      const set = { documentId: (await upload('hostile')).id, chunker: 'c' };
      const texts = [
        'a\u0000b',
        '\uD800',
        'x'.repeat(300_000),
        `'; DROP TABLE chunks; -- \\ & | ! <-> :*`,
        '',
      ];
      await stores.chunks.save(
        set,
        texts.map((text, ordinal) => ({ ...CHUNKS[0], text, ordinal }) as Chunk),
      );
      const stored = await stores.chunks.withoutVector([set], 'm', 10);
      expect(stored.map(({ text }) => text)).toEqual(['a\uFFFDb', '\uFFFD', ...texts.slice(2)]);
    });
  });

  describe('artifacts', () => {
    it('are kept once by their content', async () => {
      const before = (await count('artifacts')) ?? 0;
      const value = { passages: [{ text: 'a\u0000\uD800', score: 0.5 }], __proto__x: null };
      const [first, second] = await Promise.all([
        stores.artifacts.put('passages', 1, value),
        stores.artifacts.put('passages', 1, value),
      ]);
      expect(first).toEqual(second);
      expect(first).toMatchObject({
        kind: 'passages',
        count: 1,
        bytes: Buffer.byteLength(JSON.stringify(value)),
      });
      expect(await stores.artifacts.get(first)).toEqual(value);
      expect(await count('artifacts')).toBe(before + 1);
    });

    it('that are not there are an error', async () => {
      const missing = { $ref: 'artifact:none', kind: 'json', count: 1, bytes: 1, sha256: 'none' };
      await expect(stores.artifacts.get(missing)).rejects.toThrow('There is no artifact artifact:none');
    });
  });
});

const HASH = sha256(Buffer.from('what the model read'));

const EXTRACTION: Extraction = {
  mediaType: 'text/markdown',
  title: 'One',
  pageCount: null,
  text: 'One\n\nTwo',
  blocks: [
    { kind: 'heading', text: 'One', page: null, start: 0, end: 3, headingPath: ['One'] },
    { kind: 'paragraph', text: 'not the slice', page: 2, start: 5, end: 8, headingPath: ['One'] },
  ],
  warnings: ['A warning.'],
};

const CHUNKS: readonly Chunk[] = ['alpha', 'beta', 'gamma'].map((text, ordinal) => ({
  ...{
    ordinal,
    text,
    start: 0,
    end: text.length,
    page: null,
    headingPath: ['Greek'],
    tokenCount: ordinal + 1,
  },
}));

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function* stream(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 65_521) yield content.subarray(at, at + 65_521);
}

async function* brokenStream(): AsyncGenerator<Uint8Array> {
  yield randomBytes(700_000);
  throw new Error('connection lost');
}
