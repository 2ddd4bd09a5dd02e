import type { ChunkSettings } from './chunk-settings.js';
import { tokensOf } from './pack.js';
import type { Packed } from './pack.js';

/** Joins chunks shorter than the minimum with one beside them, where both together are not too long. */
export function* joinShort(
  chunks: Iterable<Packed>,
  text: string,
  { minimum, size }: ChunkSettings,
): Generator<Packed> {
  let before: Packed | null = null;
  for (const chunk of chunks) {
    const joined: Packed | null =
      before !== null && Math.min(before.tokens, chunk.tokens) < minimum ? join(before, chunk, text) : null;
    if (before !== null && (joined === null || joined.tokens > size)) {
      yield before;
      before = chunk;
    } else {
      before = joined ?? chunk;
    }
  }
  if (before !== null) yield before;
}

function join(before: Packed, { pieces, own }: Packed, text: string): Packed {
  const all = [...before.pieces, ...pieces.slice(own)];
  return { pieces: all, own: before.own, tokens: tokensOf(all, text) };
}
