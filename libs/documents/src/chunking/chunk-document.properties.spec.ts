import fc from 'fast-check';
import { extractionOf } from '../../test/extraction-of.js';
import type { BlockKind, Chunk, Extraction } from '../ports.js';
import { chunkDocument } from './chunk-document.js';
import { CHUNK_STRATEGIES } from './chunk-settings.js';
import type { ChunkSettings } from './chunk-settings.js';
import { countTokens } from './count-tokens.js';

const RUNS = Number(process.env['SLUICE_PROPERTY_RUNS'] ?? 200);

const sentence = fc.oneof(
  fc.lorem({ maxCount: 2, mode: 'sentences' }),
  fc.constantFrom('日本語の文章です。', '🙂'.repeat(40), 'e.g. 3.5 km', '<|endoftext|>', 'x'.repeat(300)),
);
const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const texts: Readonly<Record<BlockKind, fc.Arbitrary<string>>> = {
  heading: fc.lorem({ maxCount: 4 }),
  paragraph: prose,
  'list-item': prose,
  quote: prose,
  code: fc
    .array(fc.constantFrom('if (a) {', '  call(b);', '}', '', '\tlet c = d;'), {
      minLength: 1,
      maxLength: 12,
    })
    .map((lines) => `start();\n${lines.join('\n')}\nend();`),
  'table-row': fc.array(sentence, { minLength: 1, maxLength: 6 }).map((cells) => cells.join('; ')),
  table: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((rows) => rows.join('\n')),
};
const block = fc
  .constantFrom(...(Object.keys(texts) as BlockKind[]))
  .chain((kind) => fc.record({ kind: fc.constant(kind), text: texts[kind], turns: fc.boolean() }));
const extractions = fc.array(block, { minLength: 1, maxLength: 12 }).map((blocks) => {
  let page = 1;
  return extractionOf(
    blocks.map(({ kind, text, turns }) => ({ kind, text, page: turns ? (page += 1) : page })),
  );
});
const settings: fc.Arbitrary<ChunkSettings> = fc.record({
  strategy: fc.constantFrom(...CHUNK_STRATEGIES),
  size: fc.integer({ min: 16, max: 80 }),
  overlap: fc.integer({ min: 0, max: 15 }),
  minimum: fc.integer({ min: 0, max: 15 }),
});

/** Holds the statement against every kind of document and setting. */
function always(
  statement: (chunks: readonly Chunk[], extraction: Extraction, chosen: ChunkSettings) => void,
): void {
  fc.assert(
    fc.property(extractions, settings, (extraction, chosen) =>
      statement([...chunkDocument(extraction, chosen)], extraction, chosen),
    ),
    { numRuns: RUNS },
  );
}

describe('chunks of any document, however it is cut', () => {
  it('are the text at their place', () => {
    always((chunks, extraction) => {
      for (const { text, start, end } of chunks) expect(text).toBe(extraction.text.slice(start, end));
    });
  });

  it('stand in order, and together hold all that is not white space', () => {
    always((chunks, extraction) => {
      let covered = 0;
      chunks.forEach(({ ordinal, start, end }, index) => {
        expect(ordinal).toBe(index);
        expect(extraction.text.slice(covered, Math.max(covered, start)).trim()).toBe('');
        expect(end).toBeGreaterThan(covered);
        covered = end;
      });
      expect(extraction.text.slice(covered).trim()).toBe('');
    });
  });

  it('have no more tokens than they may, and say how many', () => {
    always((chunks, _extraction, { size }) => {
      for (const { text, tokenCount } of chunks) {
        expect(tokenCount).toBe(countTokens(text));
        expect(tokenCount).toBeLessThanOrEqual(size);
      }
    });
  });

  it('are shorter than the minimum only where one more would be too long', () => {
    always((chunks, { text }, { size, minimum }) => {
      chunks.slice(1).forEach((chunk, index) => {
        const before = chunks[index] ?? chunk;
        if (Math.min(before.tokenCount, chunk.tokenCount) >= minimum) return;
        expect(countTokens(text.slice(before.start, chunk.end))).toBeGreaterThan(size);
      });
    });
  });

  it('are the same again', () => {
    always((chunks, extraction, chosen) => {
      expect([...chunkDocument(extraction, chosen)]).toEqual(chunks);
    });
  });
});
