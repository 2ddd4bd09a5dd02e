import type { Block, Extraction } from '../src/ports.js';

/** What a reader would give for these blocks, an empty line between them. */
export function extractionOf(
  blocks: readonly (Pick<Block, 'kind' | 'text'> & Partial<Pick<Block, 'page' | 'headingPath'>>)[],
): Extraction {
  let start = 0;
  const placed = blocks.map(({ kind, text, page = null, headingPath = [] }): Block => {
    const block = { kind, text, page, headingPath, start, end: start + text.length };
    start = block.end + 2;
    return block;
  });
  const text = blocks.map((block) => block.text).join('\n\n');
  return { mediaType: 'text/plain', title: null, pageCount: null, text, blocks: placed, warnings: [] };
}
