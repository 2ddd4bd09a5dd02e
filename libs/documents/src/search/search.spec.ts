import type { Hit } from '../ports.js';
import { MemoryIndex } from '../../test/memory-index.js';
import { passageConfidence, searchConfidence } from './confidence.js';
import { diversify } from './diversity.js';
import { fuse, fuseByWeight } from './fusion.js';
import type { Passage } from './passage.js';
import { searchPassages } from './search-passages.js';

const hit = (chunkId: string, score: number): Hit => ({ chunkId, score });
const hits = (...ids: string[]): Hit[] => ids.map((chunkId, index) => ({ chunkId, score: 10 - index }));

describe('reciprocal rank fusion', () => {
  it('gives 1 to what is first everywhere, and ranks by places alone', () => {
    const fused = fuse([hits('a', 'b', 'c'), hits('a', 'c')], 10);

    expect(fused.map(({ chunkId }) => chunkId)).toEqual(['a', 'c', 'b']);
    expect(fused[0]?.score).toBe(1);
  });

  it('breaks ties by id and cuts at the limit', () => {
    expect(fuse([hits('b'), hits('a')], 1)).toEqual([{ chunkId: 'a', score: 0.5 }]);
  });
});

describe('fusion by weights', () => {
  it('adds scores as shares of the best, times their weights', () => {
    const fused = fuseByWeight(
      [
        { hits: [hit('a', 8), hit('b', 4)], weight: 0.75 },
        { hits: [hit('b', 0.9), hit('c', 0.45)], weight: 0.25 },
      ],
      10,
    );

    expect(fused).toEqual([hit('a', 0.75), hit('b', 0.625), hit('c', 0.125)]);
  });
});

describe('variety', () => {
  const repeated = [
    'Leave is 25 days a year.',
    'Leave is 25 days each year.',
    'Unused leave expires in March.',
  ];
  const passages = repeated.map((text, index) => ({ ...passage(text), score: 1 - index / 10 }));
  const order = (diversity: number, limit = 3): readonly string[] =>
    diversify(passages, diversity, limit).map(({ text }) => text);

  it('keeps the order when it counts nothing', () => {
    expect(order(0)).toEqual(repeated);
  });

  it('moves back what repeats a better passage', () => {
    expect(order(0.5)).toEqual([repeated[0], repeated[2], repeated[1]]);
    expect(order(0.5, 2)).toEqual([repeated[0], repeated[2]]);
  });
});

describe('confidence', () => {
  const leave = passage('Employees get 25 days of annual leave.');
  const travel = passage('Trains are the first choice for travel of employees.');

  it('is 1 when one passage holds all the question asks for', () => {
    expect(passageConfidence('How much annual leave do employees get?', [leave, travel])).toBe(1);
  });

  it('is low when only the common words are there', () => {
    expect(passageConfidence('Do employees get pet insurance?', [leave, travel])).toBeLessThan(0.2);
  });

  it('counts headings, for a passage may not repeat them', () => {
    expect(
      passageConfidence('carry over leave', [passage('Five days at most.', ['Leave', 'Carry over'])]),
    ).toBe(1);
  });

  it('is never above what the vocabulary of the whole scope allows', () => {
    expect(searchConfidence(1, 0.5)).toBe(0.25);
  });
});

describe('searching passages', () => {
  const search = {
    ownerId: 'o',
    scope: { kind: 'collection', collectionId: 'c' },
    limit: 2,
    minimumScore: 0,
  } as const;
  const lexicalVectors = { model: 'lexical-1024', semantic: false, embed: async () => new Float32Array([1]) };
  const meaning = { model: 'm', semantic: true, embed: async () => new Float32Array([0, 1]) };

  it('ranks by words alone in hybrid mode while there are only lexical vectors', async () => {
    const index = indexed();
    const nearest = jest.spyOn(index, 'nearest');
    const { passages, confidence } = await searchPassages(index, lexicalVectors, {
      ...search,
      mode: 'hybrid',
      query: 'annual leave',
    });

    expect(passages.map(({ chunkId, score }) => [chunkId, score])).toEqual([['leave', 1]]);
    expect(confidence).toBe(1);
    expect(nearest).not.toHaveBeenCalled();
  });

  it('joins words and meaning in hybrid mode when vectors know meaning', async () => {
    const { passages } = await searchPassages(indexed(), meaning, {
      ...search,
      mode: 'hybrid',
      query: 'annual leave',
    });

    expect(passages.map(({ chunkId }) => chunkId)).toEqual(['leave', 'holiday']);
  });

  it('ranks by cosine in vector mode, above the lowest score', async () => {
    const { passages } = await searchPassages(indexed(), meaning, {
      ...search,
      mode: 'vector',
      query: 'time off',
      minimumScore: 0.5,
    });

    expect(passages.map(({ chunkId }) => chunkId)).toEqual(['holiday']);
  });

  it('joins words and meaning by weights when told to, lexical vectors too', async () => {
    const index = indexed();
    index.vectors.set('lexical-1024', new Map([['price', Float32Array.of(1)]]));
    const { passages } = await searchPassages(index, lexicalVectors, {
      ...search,
      mode: 'hybrid',
      query: 'annual leave',
      fusion: { by: 'weights', lexicalWeight: 0.8 },
    });

    expect(passages.map(({ chunkId, score }) => [chunkId, score])).toEqual([
      ['leave', 0.8],
      ['price', expect.closeTo(0.2) as number],
    ]);
  });

  it('tells of each passage its place and score in every ranking', async () => {
    const { passages } = await searchPassages(indexed(), meaning, {
      ...search,
      mode: 'hybrid',
      query: 'annual leave',
    });

    expect(passages[0]?.found).toEqual([
      { by: 'lexical', query: 'annual leave', rank: 1, score: 1 },
      { by: 'vector', query: 'annual leave', rank: 2, score: expect.closeTo(0.196, 3) as number },
    ]);
  });

  it('finds what another way to put the question finds', async () => {
    const { passages, confidence } = await searchPassages(indexed(), lexicalVectors, {
      ...search,
      mode: 'hybrid',
      query: 'vacation',
      alternatives: ['annual leave', 'vacation'],
    });

    expect(passages.map(({ chunkId }) => chunkId)).toEqual(['leave']);
    expect(passages[0]?.found).toMatchObject([{ query: 'annual leave', rank: 1 }]);
    expect(confidence).toBe(1);
  });

  it('has no confidence in nothing', async () => {
    const found = await searchPassages(indexed(), lexicalVectors, {
      ...search,
      mode: 'lexical',
      query: 'zebra',
    });

    expect(found).toEqual({ query: 'zebra', confidence: 0, passages: [] });
  });
});

function passage(text: string, headingPath: readonly string[] = []): Passage {
  return {
    chunkId: text,
    documentId: 'd',
    documentName: 'd',
    text,
    page: null,
    headingPath,
    start: 0,
    end: text.length,
    score: 1,
  };
}

function indexed(): MemoryIndex {
  const index = new MemoryIndex();
  const texts = {
    leave: 'Annual leave has 25 days.',
    holiday: 'Time off work in summer.',
    price: 'A meter costs 890 euros.',
  };
  const vectors = { leave: [1, 0.2], holiday: [0, 1], price: [1, 0] };
  for (const [id, text] of Object.entries(texts)) {
    index.add({
      id,
      documentId: id,
      documentName: `${id}.md`,
      chunker: 'x',
      collectionId: 'c',
      ordinal: 0,
      text,
      start: 0,
      end: text.length,
      page: null,
      headingPath: [],
      tokenCount: 5,
    });
  }
  index.vectors.set(
    'm',
    new Map(Object.entries(vectors).map(([id, values]) => [id, Float32Array.from(values)])),
  );
  return index;
}
