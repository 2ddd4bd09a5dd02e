import type { Chunk, Extraction } from '../ports.js';
import { DEFAULT_LIMITS } from '../readers/extraction-limits.js';
import { readMarkdown } from '../readers/markdown/read-markdown.js';
import { chunkDocument } from './chunk-document.js';
import { CHUNK_STRATEGIES, chunkerName } from './chunk-settings.js';
import type { ChunkSettings } from './chunk-settings.js';
import { countTokens } from './count-tokens.js';
import { extractionOf } from '../../test/extraction-of.js';

const HANDBOOK = `# Handbook

Welcome.

## Leave

Employees get 25 days a year. After five years they get 28. Days are requested in the portal.

## Travel

Trains come first.`;

const DEFAULTS: ChunkSettings = { strategy: 'headings', size: 300, overlap: 40, minimum: 0 };
const read = (text: string): Extraction => readMarkdown(text, DEFAULT_LIMITS.maximumCharacters);
const cut = (text: string, settings: Partial<ChunkSettings> = {}): Chunk[] => [
  ...chunkDocument(read(text), { ...DEFAULTS, ...settings }),
];

describe('cutting a document into chunks', () => {
  it('keeps sections apart and says under which headings a chunk stands', () => {
    expect(
      cut(HANDBOOK).map(({ ordinal, headingPath, text }) => [ordinal, headingPath, text.split('\n')[0]]),
    ).toEqual([
      [0, ['Handbook'], 'Handbook'],
      [1, ['Handbook', 'Leave'], 'Leave'],
      [2, ['Handbook', 'Travel'], 'Travel'],
    ]);
  });

  it('runs on across headings when told to go by tokens', () => {
    expect(cut(HANDBOOK, { strategy: 'tokens' })).toHaveLength(1);
  });

  it('cuts at sentence ends and repeats whole sentences as overlap', () => {
    const texts = cut(HANDBOOK, { size: 20, overlap: 10 }).map(({ text }) => text);

    expect(texts).toContain('Leave\n\nEmployees get 25 days a year. After five years they get 28.');
    expect(texts).toContain('After five years they get 28. Days are requested in the portal.');
  });

  it('cuts a word that is longer than a chunk', () => {
    const chunks = cut('x'.repeat(5000), { size: 16, overlap: 0 });

    expect(chunks.map(({ text }) => text).join('')).toBe('x'.repeat(5000));
  });

  it('makes a chunk of each sentence, under its headings, when told to go by sentences', () => {
    expect(cut(HANDBOOK, { strategy: 'sentences', overlap: 0 }).map(({ text }) => text)).toEqual([
      'Handbook\n\nWelcome.',
      'Leave\n\nEmployees get 25 days a year.',
      'After five years they get 28.',
      'Days are requested in the portal.',
      'Travel\n\nTrains come first.',
    ]);
  });

  it('keeps pages apart when told to go by pages', () => {
    const pages = extractionOf([
      { kind: 'paragraph', text: 'On the first.', page: 1 },
      { kind: 'paragraph', text: 'Also on the first.', page: 1 },
      { kind: 'paragraph', text: 'On the second.', page: 2 },
    ]);
    const chunks = [...chunkDocument(pages, { ...DEFAULTS, strategy: 'pages' })];

    expect(chunks.map(({ page, text }) => [page, text])).toEqual([
      [1, 'On the first.\n\nAlso on the first.'],
      [2, 'On the second.'],
    ]);
  });

  it('joins what is shorter than the minimum with what follows', () => {
    const firstLines = (size: number): unknown =>
      cut(HANDBOOK, { size, overlap: 0, minimum: 10 }).map(({ text }) => text.split('\n')[0]);

    expect(firstLines(300)).toEqual(['Handbook']);
    expect(firstLines(30)).toEqual(['Handbook', 'Travel']);
  });

  it('keeps blocks of code whole where they fit, else cuts them at their lines', () => {
    const first = 'function one() {\n  return 1;\n}';
    const second = 'function two() {\n  return 2;\n}';
    const code = `\`\`\`\n${first}\n\n${second}\n\`\`\``;

    expect(cut(code, { size: 16, overlap: 0 }).map(({ text }) => text)).toEqual([first, second]);
    const long = `\`\`\`\n${'  let value = another(value);\n'.repeat(10)}\`\`\``;
    expect(cut(long, { size: 16, overlap: 0 }).every(({ text }) => text.endsWith(';'))).toBe(true);
  });

  it('cuts a table between rows, and a row that is too long between its cells', () => {
    const table = '| Product | Price |\n|-|-|\n| Flow meter | 890 |\n| Pressure gauge | 120 |';

    expect(cut(table, { size: 16, overlap: 0 }).map(({ text }) => text)).toEqual([
      'Product: Flow meter; Price: 890',
      'Product: Pressure gauge; Price: 120',
    ]);
    const wide = `| ${'Name | '.repeat(12)}\n|${'-|'.repeat(12)}\n| ${'some value | '.repeat(12)}`;
    expect(cut(wide, { size: 16, overlap: 0 }).every(({ text }) => text.startsWith('Name: '))).toBe(true);
  });
});

describe('counting tokens', () => {
  it('takes control tokens in a text for text', () => {
    expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
  });

  it('takes no time in proportion to the square of a long word', () => {
    const started = performance.now();
    countTokens('a'.repeat(200_000));

    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('the name of a chunk set', () => {
  it('is the same for the same settings and differs with each of them', () => {
    const names = [
      DEFAULTS,
      { ...DEFAULTS, size: 301 },
      { ...DEFAULTS, overlap: 41 },
      { ...DEFAULTS, minimum: 1 },
      ...CHUNK_STRATEGIES.slice(1).map((strategy) => ({ ...DEFAULTS, strategy })),
    ].map(chunkerName);

    expect(chunkerName({ ...DEFAULTS })).toBe(names[0]);
    expect(new Set(names).size).toBe(names.length);
  });
});
