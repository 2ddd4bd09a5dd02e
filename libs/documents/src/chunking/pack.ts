import type { ChunkSettings } from './chunk-settings.js';
import { countTokens } from './count-tokens.js';
import type { Piece } from './pieces.js';

/** Pieces that make a chunk; those before `own` repeat the end of the chunk before. */
export interface Packed {
  readonly pieces: readonly Piece[];
  readonly own: number;
  readonly tokens: number;
}

/** Greedy packing. The counts of pieces do not add up exactly, so each chunk is counted as a whole. */
export function* pack(pieces: readonly Piece[], text: string, settings: ChunkSettings): Generator<Packed> {
  let next = 0;
  while (next < pieces.length) {
    let first = next === 0 ? 0 : overlapStart(pieces, next, settings);
    let end = fill(pieces, first, next, settings);
    let tokens = tokensOf(pieces.slice(first, end), text);
    while (tokens > settings.size && (end > next + 1 || first < next)) {
      if (end > next + 1) end -= 1;
      else first += 1;
      tokens = tokensOf(pieces.slice(first, end), text);
    }
    yield { pieces: pieces.slice(first, end), own: next - first, tokens };
    next = end;
  }
}

/** Tokens of the text from the first piece to the last. */
export function tokensOf(pieces: readonly Piece[], text: string): number {
  return countTokens(text.slice(pieces[0]?.start, pieces.at(-1)?.end));
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

function fill(
  pieces: readonly Piece[],
  first: number,
  next: number,
  { strategy, size }: ChunkSettings,
): number {
  let tokens = 0;
  let end = first;
  while (end < pieces.length) {
    tokens += pieces[end]?.tokens ?? 0;
    if (tokens > size && end > next) break;
    end += 1;
    const isSentence = end > next && pieces[end - 1]?.block.kind !== 'heading';
    if (strategy === 'sentences' && isSentence) break;
  }
  return end;
}
