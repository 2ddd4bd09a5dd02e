/** Asks for the vectors nearest to one. All are of length 1, one after another in shared memory. */
export interface ScanRequest {
  readonly request: number;
  readonly vectors: SharedArrayBuffer;
  readonly query: Float32Array;
  readonly limit: number;
  /** For each vector whether it may be found; null when all may. */
  readonly eligible: Uint8Array | null;
}

export interface ScanAnswer {
  readonly request: number;
  /** Positions of the best, best first, ties by position; and their cosines. */
  readonly positions: readonly number[];
  readonly scores: readonly number[];
}

/**
 * Compares the query with every vector. Runs in a thread of its own, which is made from the text of
 * this function: so it may use nothing but its argument and the language.
 */
/* istanbul ignore next -- counters put into it would not exist in the thread */
export function scan({ request, vectors, query, limit, eligible }: ScanRequest): ScanAnswer {
  const all = new Float32Array(vectors);
  const size = query.length;
  const count = size === 0 ? 0 : Math.floor(all.length / size);
  const positions: number[] = [];
  const scores: number[] = [];
  for (let position = 0, at = 0; position < count; position++, at += size) {
    if (eligible !== null && eligible[position] === 0) continue;
    let score = 0;
    for (let i = 0; i < size; i++) score += all[at + i]! * query[i]!;
    if (scores.length === limit && score <= scores[limit - 1]!) continue;
    let place = scores.length;
    while (place > 0 && scores[place - 1]! < score) place--;
    positions.splice(place, 0, position);
    scores.splice(place, 0, score);
    if (scores.length > limit) {
      positions.pop();
      scores.pop();
    }
  }
  return { request, positions, scores };
}
