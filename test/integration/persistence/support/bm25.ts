export interface Indexed {
  readonly chunkId: string;
  /** Occurrences by lexeme. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/** BM25 as in the books, with no regard to speed: what the SQL has to agree with. */
export function bm25(chunks: readonly Indexed[], query: readonly string[]) {
  const length = ({ frequencies }: Indexed) => [...frequencies.values()].reduce((sum, n) => sum + n, 0);
  const average = chunks.reduce((sum, chunk) => sum + length(chunk), 0) / chunks.length;
  const score = (chunk: Indexed) =>
    query.reduce((sum, word) => {
      const having = chunks.filter(({ frequencies }) => frequencies.has(word)).length;
      const rarity = Math.log(1 + (chunks.length - having + 0.5) / (having + 0.5));
      const frequency = chunk.frequencies.get(word) ?? 0;
      const norm = 1.2 * (1 - 0.75 + (0.75 * length(chunk)) / average);
      return sum + (rarity * frequency * 2.2) / (frequency + norm);
    }, 0);
  return chunks
    .map((chunk) => ({ chunkId: chunk.chunkId, score: score(chunk) }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score || Number(a.chunkId) - Number(b.chunkId));
}
