import type { Chunk, Extraction } from '../ports.js';
import type { ChunkSettings } from './chunk-settings.js';
import { countTokens } from './count-tokens.js';
import { piecesOf } from './pieces.js';
import type { Piece } from './pieces.js';

/**
 * Cuts a document into chunks of at most `size` tokens, at sentence ends where possible. Every chunk is an exact
 * slice of the document's text, with the page and the headings of where it starts. Yields as it goes, so that a
 * caller can let others run between chunks of a long document.
 */
export function* chunkDocument(extraction: Extraction, settings: ChunkSettings): Generator<Chunk> {
  let ordinal = 0;
  for (const section of sectionsOf(piecesOf(extraction, settings.size), settings.strategy)) {
    for (const { first, end, tokens } of pack(section, extraction.text, settings)) {
      const pieces = section.slice(first, end);
      yield { ordinal, ...describe(pieces, extraction.text), tokenCount: tokens };
      ordinal += 1;
    }
  }
}

/** Runs of pieces that no chunk may span: a new one at every heading that follows text. */
function* sectionsOf(
  pieces: Iterable<Piece>,
  strategy: ChunkSettings['strategy'],
): Generator<readonly Piece[]> {
  let section: Piece[] = [];
  for (const piece of pieces) {
    const previous = section.at(-1);
    const opens =
      strategy === 'headings' &&
      piece.block.kind === 'heading' &&
      previous !== undefined &&
      previous.block.kind !== 'heading';
    if (opens) {
      yield section;
      section = [];
    }
    section.push(piece);
  }
  if (section.length > 0) yield section;
}

interface Packed {
  readonly first: number;
  readonly end: number;
  readonly tokens: number;
}

/** Greedy packing. The counts of pieces do not add up exactly, so each chunk is counted as a whole. */
function* pack(pieces: readonly Piece[], text: string, settings: ChunkSettings): Generator<Packed> {
  let next = 0;
  while (next < pieces.length) {
    let first = next === 0 ? 0 : overlapStart(pieces, next, settings);
    let end = fill(pieces, first, next, settings.size);
    let tokens = tokensBetween(pieces, text, first, end);
    while (tokens > settings.size && (end > next + 1 || first < next)) {
      if (end > next + 1) end -= 1;
      else first += 1;
      tokens = tokensBetween(pieces, text, first, end);
    }
    yield { first, end, tokens };
    next = end;
  }
}

/** As many whole pieces before `next` as the overlap allows, leaving room for the next piece itself. */
function overlapStart(pieces: readonly Piece[], next: number, { size, overlap }: ChunkSettings): number {
  const room = Math.min(overlap, size - (pieces[next]?.tokens ?? 0));
  let first = next;
  let tokens = 0;
  for (let index = next - 1; index > 0; index -= 1) {
    tokens += pieces[index]?.tokens ?? 0;
    if (tokens > room) break;
    first = index;
  }
  return first;
}

function fill(pieces: readonly Piece[], first: number, next: number, size: number): number {
  let tokens = 0;
  let end = first;
  while (end < pieces.length) {
    tokens += pieces[end]?.tokens ?? 0;
    if (tokens > size && end > next) break;
    end += 1;
  }
  return end;
}

function tokensBetween(pieces: readonly Piece[], text: string, first: number, end: number): number {
  return countTokens(text.slice(pieces[first]?.start, pieces[end - 1]?.end));
}

function describe(pieces: readonly Piece[], text: string): Omit<Chunk, 'ordinal' | 'tokenCount'> {
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
  };
}
