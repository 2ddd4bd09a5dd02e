import fc from 'fast-check';
import type { Chunk, Extraction } from '../ports.js';
import { DEFAULT_LIMITS } from '../readers/extraction-limits.js';
import { readMarkdown } from '../readers/markdown/read-markdown.js';
import { chunkDocument } from './chunk-document.js';
import { chunkerName } from './chunk-settings.js';
import type { ChunkSettings } from './chunk-settings.js';
import { countTokens } from './count-tokens.js';

const HANDBOOK = `# Handbook

Welcome.

## Leave

Employees get 25 days a year. After five years they get 28. Days are requested in the portal.

## Travel

Trains come first.`;

const read = (text: string): Extraction => readMarkdown(text, DEFAULT_LIMITS.maximumCharacters);
const cut = (text: string, settings: Partial<ChunkSettings> = {}): Chunk[] => [
  ...chunkDocument(read(text), { strategy: 'headings', size: 300, overlap: 40, ...settings }),
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

  const documents = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '# One\n\n',
          '## Two\n\n',
          '- item\n',
          '\n\n',
          '```\ncode here\n```\n\n',
          '| a | b |\n|-|-|\n| 1 | 2 |\n\n',
        ),
        fc.lorem({ maxCount: 3, mode: 'sentences' }).map((text) => `${text} `),
        fc.constantFrom('日本語の文章です。', '🙂'.repeat(40), 'e.g. 3.5 km ', '<|endoftext|> '),
      ),
      { minLength: 1, maxLength: 25 },
    )
    .map((parts) => `Text.\n\n${parts.join('')}`);
  const settings = fc.record({
    strategy: fc.constantFrom('headings' as const, 'tokens' as const),
    size: fc.integer({ min: 16, max: 80 }),
    overlap: fc.integer({ min: 0, max: 15 }),
  });

  it('loses nothing: chunks are exact slices, in order, within the size, and hold all that is not white space', () => {
    fc.assert(
      fc.property(documents, settings, (text, options) => {
        const extraction = read(text);
        let covered = 0;
        for (const chunk of chunkDocument(extraction, options)) {
          expect(chunk.text).toBe(extraction.text.slice(chunk.start, chunk.end));
          expect(extraction.text.slice(covered, Math.max(covered, chunk.start)).trim()).toBe('');
          expect(chunk.end).toBeGreaterThan(covered);
          expect(chunk.tokenCount).toBe(countTokens(chunk.text));
          expect(chunk.tokenCount).toBeLessThanOrEqual(options.size);
          covered = chunk.end;
        }
        expect(extraction.text.slice(covered).trim()).toBe('');
      }),
      { numRuns: 150 },
    );
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
    const base: ChunkSettings = { strategy: 'headings', size: 300, overlap: 40 };
    const names = [
      base,
      { ...base, size: 301 },
      { ...base, overlap: 41 },
      { ...base, strategy: 'tokens' as const },
    ].map(chunkerName);

    expect(chunkerName({ ...base })).toBe(names[0]);
    expect(new Set(names).size).toBe(4);
  });
});
