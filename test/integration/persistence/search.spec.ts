import type { Chunk, ChunkSet, SearchFilter, SearchScope } from '#documents';
import { DocumentIntake, PostgresSearchIndex, PostgresStores, TooManyVectorsError } from '#persistence';
import { readCranfield } from '../../support/retrieval/cranfield.js';
import { bm25 } from './support/bm25.js';
import { createDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { insertCollection, insertUser } from './support/fixtures.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let stores: PostgresStores;
let owner: string;
let stranger: string;

beforeAll(async () => {
  database = await createDatabase();
  stores = new PostgresStores(database.dataSource);
  owner = await insertUser(database.dataSource);
  stranger = await insertUser(database.dataSource);
});
afterAll(async () => {
  await stores.index.close();
  await database.drop();
});

async function newDocument(name: string, collectionId: string | null = null): Promise<string> {
  const intake = new DocumentIntake(database.dataSource);
  const document = await intake.add(
    owner,
    { name, collectionId },
    stream(`${name} ${Math.random()}`),
    1_000_000,
  );
  if (document === null) throw new Error('not added');
  return document.id;
}

/** A document of one chunk for each text. */
async function indexed(
  texts: readonly string[],
  collectionId: string | null = null,
  chunker = 'c',
  name = 'paper',
): Promise<ChunkSet> {
  const set = { documentId: await newDocument(name, collectionId), chunker };
  await stores.chunks.save(
    set,
    texts.map((text, ordinal) => chunk(text, ordinal)),
  );
  return set;
}

const textsOf = async (hits: readonly { readonly chunkId: string }[]) =>
  (await stores.index.chunks(hits.map(({ chunkId }) => chunkId))).map(({ text }) => text);

describe('search for words', () => {
  it('scores as BM25 does in the books', async () => {
    const texts = readCranfield()
      .abstracts.slice(0, 40)
      .map(({ text }) => text);
    const set = await indexed([...texts, 'flow '.repeat(254), 'flow '.repeat(40), 'flow']);
    const rows = await database.dataSource.query<{ id: string; lexeme: string; n: number }[]>(
      `SELECT c.id, u.lexeme, cardinality(u.positions) AS n FROM chunks c JOIN chunk_sets cs ON cs.id = c.set_id,
       unnest(c.terms) u WHERE cs.document_id = $1`,
      [set.documentId],
    );
    const ids = [...new Set(rows.map(({ id }) => id))];
    const chunks = ids.map((chunkId) => {
      const mine = rows.filter(({ id }) => id === chunkId).map(({ lexeme, n }) => [lexeme, n] as const);
      return { chunkId, frequencies: new Map(mine) };
    });
    const expected = bm25(chunks, ['flow', 'boundari', 'layer', 'heat']);
    const hits = await stores.index.lexical(
      owner,
      sets(set),
      'Flows of the boundary layers, heated: flow?',
      100,
    );
    expect(hits.map(({ chunkId }) => chunkId)).toEqual(expected.map(({ chunkId }) => chunkId));
    hits.forEach(({ score }, rank) => expect(score).toBeCloseTo(expected[rank]?.score ?? -1, 6));
  });

  it('counts the occurrences of a word exactly, up to the 255 a vector keeps', async () => {
    const counts = [1, 2, 3, 9, 10, 11, 99, 100, 101, 199, 200, 253, 254, 255];
    const set = await indexed(counts.map((n) => `${'flow '.repeat(n)}${'heat '.repeat(255 - n)}`));
    const hits = await stores.index.lexical(owner, sets(set), 'flow', 100);
    expect((await textsOf(hits)).map((text) => text.split('flow').length - 1)).toEqual([...counts].reverse());
    expect(new Set(hits.map(({ score }) => score)).size).toBe(counts.length);
  });

  it('finds words of the headings and the title', async () => {
    const set = { documentId: await newDocument('x'), chunker: 'c' };
    const extraction = {
      mediaType: 'text/plain',
      title: 'Turbines',
      pageCount: 1,
      text: '',
      blocks: [],
      warnings: [],
    };
    await stores.documents.saveExtraction(set.documentId, 'r', extraction);
    await stores.chunks.save(set, [{ ...chunk('nothing of it', 0), headingPath: ['Cooling'] }]);
    expect(await stores.index.lexical(owner, sets(set), 'turbine', 5)).toHaveLength(1);
    expect(await stores.index.lexical(owner, sets(set), 'cooled', 5)).toHaveLength(1);
  });

  it('breaks ties by the id of the chunk', async () => {
    const set = await indexed(['same words', 'same words', 'same words']);
    const ids = (await stores.index.lexical(owner, sets(set), 'words', 3)).map(({ chunkId }) =>
      Number(chunkId),
    );
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it.each([
    ['nothing', ''],
    ['stop words', 'the of and to'],
    ['punctuation', `' & | ! ( ) :* <-> \\ "" ''`],
    ['NUL and a lone surrogate', '\u0000\uD800'],
    ['words that nowhere occur', 'zyzzyva'],
  ])('of %s finds nothing', async (_, query) => {
    const set = await indexed(['some text']);
    expect(await stores.index.lexical(owner, sets(set), query, 5)).toEqual([]);
    expect(await stores.index.coverage(owner, sets(set), query)).toBe(0);
  });

  it('takes 10,000 words, and words made to break a query', async () => {
    const set = await indexed([`o'brien c:\\temp\\x it's`, 'needle']);
    const long = Array.from({ length: 10_000 }, (_, n) => `word${n}`).join(' ');
    expect(await stores.index.lexical(owner, sets(set), `needle ${long}`, 5)).toHaveLength(1);
    expect(await stores.index.lexical(owner, sets(set), `o'brien & 'c:\\temp\\x':*`, 5)).toHaveLength(1);
  });

  it('says what share of the words is there, rare ones counting more', async () => {
    const set = await indexed(['common rare', 'common', 'common', 'common']);
    expect(await stores.index.coverage(owner, sets(set), 'common rare')).toBe(1);
    const half = await stores.index.coverage(owner, sets(set), 'common zyzzyva');
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(0.2);
  });
});

describe('whose chunks are found', () => {
  const query = 'turbine';

  it("never a stranger's, whatever the scope", async () => {
    const collectionId = await insertCollection(database.dataSource, owner);
    const set = await indexed([query], collectionId);
    await embed([set], () => [1, 0]);
    for (const scope of [sets(set), { kind: 'collection', collectionId } as const]) {
      expect(await stores.index.lexical(owner, scope, query, 5)).toHaveLength(1);
      expect(await stores.index.nearest(owner, scope, 'm', Float32Array.of(1, 0), 5)).toHaveLength(1);
      expect(await stores.index.lexical(stranger, scope, query, 5)).toEqual([]);
      expect(await stores.index.nearest(stranger, scope, 'm', Float32Array.of(1, 0), 5)).toEqual([]);
      expect(await stores.index.coverage(stranger, scope, query)).toBe(0);
    }
  });

  it('nothing of a document that was deleted', async () => {
    const set = await indexed([query]);
    await embed([set], () => [1, 0]);
    const [hit] = await stores.index.nearest(owner, sets(set), 'm', Float32Array.of(1, 0), 5);
    await new DocumentIntake(database.dataSource).remove(owner, set.documentId);
    expect(await stores.index.lexical(owner, sets(set), query, 5)).toEqual([]);
    expect(await stores.index.nearest(owner, sets(set), 'm', Float32Array.of(1, 0), 5)).toEqual([]);
    expect(await stores.index.chunks([hit?.chunkId ?? ''])).toEqual([]);
  });

  it('in a collection, those of the newest way each document was cut', async () => {
    const collectionId = await insertCollection(database.dataSource, owner);
    const old = await indexed([`${query} old`], collectionId, 'old');
    await embed([old], () => [1, 0]);
    await stores.chunks.save({ ...old, chunker: 'new' }, [chunk(`${query} new`, 0)]);
    const scope = { kind: 'collection', collectionId } as const;
    expect(await textsOf(await stores.index.lexical(owner, scope, query, 5))).toEqual([`${query} new`]);
    // The newest has no vectors yet; those of the older one are better than none.
    const nearest = await stores.index.nearest(owner, scope, 'm', Float32Array.of(1, 0), 5);
    expect(await textsOf(nearest)).toEqual([`${query} old`]);
  });

  it('none when ids are no ids', async () => {
    const bad = { documentId: `'; DROP TABLE chunks; --`, chunker: 'c' };
    expect(await stores.index.lexical(owner, sets(bad), query, 5)).toEqual([]);
    expect(await stores.index.lexical(owner, { kind: 'collection', collectionId: 'none' }, query, 5)).toEqual(
      [],
    );
  });
});

describe('what narrows a search', () => {
  const query = 'turbine';
  let papers: ChunkSet;
  let report: ChunkSet;

  beforeAll(async () => {
    papers = await indexed([query], null, 'c', '50%_of turbines.PDF');
    report = { documentId: await newDocument('report.txt'), chunker: 'c' };
    await stores.chunks.save(report, [
      { ...chunk(`${query} cooling`, 0), headingPath: ['Part', 'Cooling of blades'] },
      { ...chunk(`${query} noise`, 1), headingPath: ['Part', 'Noise'] },
    ]);
    await embed([papers, report], () => [1, 0]);
    await database.dataSource.query(
      `UPDATE documents SET media_type = 'application/pdf', created_at = '2020-01-01T00:00:00Z' WHERE id = $1`,
      [papers.documentId],
    );
  });

  it.each<[SearchFilter, readonly string[]]>([
    [{}, ['turbine', 'turbine cooling', 'turbine noise']],
    [{ documentName: '*.pdf' }, ['turbine']],
    [{ documentName: '50%?of*' }, ['turbine']],
    [{ documentName: '50?_of*' }, ['turbine']],
    [{ documentName: 'report' }, []],
    [{ documentName: '%' }, []],
    [{ mediaType: 'application/*' }, ['turbine']],
    [{ addedBefore: '2020-01-01T00:00:00Z' }, []],
    [{ addedBefore: '2020-01-01T00:00:01Z' }, ['turbine']],
    [{ addedAfter: '2020-01-01T00:00:00Z', documentName: '*pdf' }, ['turbine']],
    [{ addedAfter: '2020-01-01T00:00:01Z' }, ['turbine cooling', 'turbine noise']],
    [{ heading: 'cooling OF' }, ['turbine cooling']],
    [{ heading: 'part', documentName: 'report.*' }, ['turbine cooling', 'turbine noise']],
    [{ heading: '%' }, []],
  ])('by %j leaves %j', async (filter, expected) => {
    const scope = { ...sets(papers, report), filter };
    const words = await stores.index.lexical(owner, scope, query, 9);
    const nearest = await stores.index.nearest(owner, scope, 'm', Float32Array.of(1, 0), 9);

    expect([...(await textsOf(words))].sort()).toEqual(expected);
    expect([...(await textsOf(nearest))].sort()).toEqual(expected);
  });

  it('holds for a collection as well', async () => {
    const collectionId = await insertCollection(database.dataSource, owner);
    await indexed([query], collectionId, 'c', 'a.txt');
    await indexed([`${query} b`], collectionId, 'c', 'b.txt');
    const scope = { kind: 'collection', collectionId, filter: { documentName: 'b*' } } as const;

    expect(await textsOf(await stores.index.lexical(owner, scope, query, 9))).toEqual([`${query} b`]);
  });
});

describe('what stands around a chunk', () => {
  it('is the chunks of its set before and after it, in order', async () => {
    const set = await indexed(['a', 'b', 'c', 'd', 'e']);
    await indexed(['other'], null, 'other');
    const ids = (await stores.chunks.list(owner, [set], 0, 5)).map(({ id }) => id);
    const around = await stores.index.around([ids[0] ?? '', ids[2] ?? ''], 1);

    expect([...around.values()].map((chunks) => chunks.map(({ text }) => text))).toEqual([
      ['a', 'b'],
      ['b', 'c', 'd'],
    ]);
  });
});

describe('search for vectors', () => {
  it('orders by the cosine, whatever the lengths, ties by chunk id', async () => {
    const set = await indexed(['east', 'north', 'far north-east', 'south', 'also east']);
    const at = { east: [2, 0], north: [0, 1], 'far north-east': [9, 9], south: [0, -3], 'also east': [5, 0] };
    await embed([set], (text) => at[text as keyof typeof at]);
    const hits = await stores.index.nearest(owner, sets(set), 'm', Float32Array.of(3, 0.3), 4);
    expect(await textsOf(hits)).toEqual(['east', 'also east', 'far north-east', 'north']);
    expect(hits[0]?.score).toBeCloseTo(3 / Math.hypot(3, 0.3), 6);
    expect(hits[0]?.score).toBe(hits[1]?.score);
  });

  it('sees vectors that come later, and takes models apart', async () => {
    const set = await indexed(['one', 'two']);
    const [first, second] = await stores.chunks.withoutVector([set], 'm', 2);
    const save = (model: string, id = '', vector = Float32Array.of(1, 0)) =>
      stores.chunks.saveVectors(model, [{ chunkId: id, vector, inputHash: '' }]);
    const found = async (model: string, query = Float32Array.of(1, 0)) =>
      (await stores.index.nearest(owner, sets(set), model, query, 9)).length;
    await save('m', first?.id);
    expect(await found('m')).toBe(1);
    await save('m', second?.id);
    expect([await found('m'), await found('m'), await found('other')]).toEqual([2, 2, 0]);
    expect(await found('m', Float32Array.of(1, 0, 0))).toBe(0);
    expect(await found('m', Float32Array.of(0, 0))).toBe(0);
    expect(await found('m', Float32Array.of(NaN, 1))).toBe(0);
  });

  it('refuses, in words, what does not fit into its memory', async () => {
    const small = new PostgresSearchIndex(database.dataSource, { maximumVectorBytes: 4 * 2 * 3 });
    const [three, four] = [await indexed(['a', 'b', 'c']), await indexed(['a', 'b', 'c', 'd'])];
    await embed([three, four], () => [1, 0]);
    const query = Float32Array.of(1, 0);
    expect(await small.nearest(owner, sets(three), 'm', query, 9)).toHaveLength(3);
    await expect(small.nearest(owner, sets(four), 'm', query, 9)).rejects.toThrow(TooManyVectorsError);
    await expect(small.nearest(owner, sets(four), 'm', query, 9)).rejects.toThrow(
      'The 4 vectors to search take',
    );
    expect(await small.nearest(owner, sets(three), 'm', query, 9)).toHaveLength(3);
    await small.close();
  });
});

async function embed(
  chunkSets: readonly ChunkSet[],
  vectorOf: (text: string) => readonly number[],
): Promise<void> {
  const chunks = await stores.chunks.withoutVector(chunkSets, 'm', 1_000);
  const vectors = chunks.map(({ id, text }) => ({
    chunkId: id,
    vector: Float32Array.from(vectorOf(text)),
    inputHash: '',
  }));
  await stores.chunks.saveVectors('m', vectors);
}

function chunk(text: string, ordinal: number): Chunk {
  return { ordinal, text, start: 0, end: text.length, page: null, headingPath: [], tokenCount: 1 };
}

function sets(...given: readonly ChunkSet[]): SearchScope {
  return { kind: 'sets', sets: given };
}

async function* stream(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
