import type { Chunk, Extraction } from '../ports.js';
import type { ChunkSettings } from './chunk-settings.js';
import { joinShort } from './join-short.js';
import { pack } from './pack.js';
import type { Packed } from './pack.js';
import { piecesOf } from './pieces.js';
import { sectionsOf } from './sections.js';

/**
 * Cuts a document into chunks of at most `size` tokens, at sentence ends where possible. Every chunk is an exact
 * slice of the document's text, with the page and the headings of where it starts. Yields as it goes, so that a
 * caller can let others run between chunks of a long document.
 */
export function* chunkDocument(extraction: Extraction, settings: ChunkSettings): Generator<Chunk> {
  let ordinal = 0;
  for (const packed of joinShort(packSections(extraction, settings), extraction.text, settings)) {
    yield { ordinal, ...describe(packed, extraction.text) };
    ordinal += 1;
  }
}

function* packSections(extraction: Extraction, settings: ChunkSettings): Generator<Packed> {
  for (const section of sectionsOf(piecesOf(extraction, settings.size), settings.strategy)) {
    yield* pack(section, extraction.text, settings);
  }
}

function describe({ pieces, tokens }: Packed, text: string): Omit<Chunk, 'ordinal'> {
  const start = pieces[0]?.start ?? 0;
  const end = pieces.at(-1)?.end ?? start;
  // Headings at the start of a chunk lead to what it is about: the deepest of them names its place.
  const about = pieces.find((piece) => piece.block.kind !== 'heading') ?? pieces.at(-1);
  return {
    text: text.slice(start, end),
    start,
    end,
    page: pieces[0]?.block.page ?? null,
    headingPath: about?.block.headingPath ?? [],
    tokenCount: tokens,
  };
}
