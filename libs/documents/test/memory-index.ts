import type { ChunkSet, Hit, SearchIndex, SearchScope, StoredChunk } from '../src/ports.js';
import { terms } from '../src/text/terms.js';

/** What the index holds of a chunk. */
export interface IndexedChunk extends StoredChunk {
  readonly chunker: string;
  readonly collectionId: string;
  readonly documentName: string;
}

const K1 = 1.2;
const B = 0.75;

/** A search index in memory that follows the contract of the real one, for specs. */
export class MemoryIndex implements SearchIndex {
  readonly entries = new Map<string, IndexedChunk>();
  readonly vectors = new Map<string, Map<string, Float32Array>>();
  readonly #counts = new Map<string, Map<string, number>>();

  add(chunk: IndexedChunk): void {
    const counts = new Map<string, number>();
    for (const term of terms(chunk.text)) counts.set(term, (counts.get(term) ?? 0) + 1);
    this.entries.set(chunk.id, chunk);
    this.#counts.set(chunk.id, counts);
  }

  async lexical(_owner: string, scope: SearchScope, query: string, limit: number): Promise<readonly Hit[]> {
    const inScope = this.entriesOf(scope);
    const lengths = inScope.map((chunk) => sum(this.#termsOf(chunk.id).values()));
    const mean = sum(lengths) / Math.max(1, lengths.length);
    const rarity = this.#rarity(inScope, query);
    return inScope
      .map((chunk, index) => {
        const counts = this.#termsOf(chunk.id);
        let score = 0;
        for (const [term, weight] of rarity) {
          const count = counts.get(term) ?? 0;
          score += (weight * count * (K1 + 1)) / (count + K1 * (1 - B + (B * (lengths[index] ?? 0)) / mean));
        }
        return { chunkId: chunk.id, score };
      })
      .filter((hit) => hit.score > 0)
      .sort(bestFirst)
      .slice(0, limit);
  }

  async nearest(
    _owner: string,
    scope: SearchScope,
    model: string,
    vector: Float32Array,
    limit: number,
  ): Promise<readonly Hit[]> {
    const vectors = this.vectors.get(model) ?? new Map<string, Float32Array>();
    return this.entriesOf(scope)
      .flatMap(({ id }) => {
        const other = vectors.get(id);
        return other ? [{ chunkId: id, score: cosine(vector, other) }] : [];
      })
      .sort(bestFirst)
      .slice(0, limit);
  }

  async chunks(ids: readonly string[]): Promise<readonly IndexedChunk[]> {
    return ids.flatMap((id) => this.entries.get(id) ?? []);
  }

  async around(
    chunkIds: readonly string[],
    places: number,
  ): Promise<ReadonlyMap<string, readonly IndexedChunk[]>> {
    const all = [...this.entries.values()].sort((a, b) => a.ordinal - b.ordinal);
    const beside = (id: string): readonly IndexedChunk[] => {
      const hit = this.entries.get(id);
      return all.filter(
        (chunk) =>
          chunk.documentId === hit?.documentId &&
          chunk.chunker === hit.chunker &&
          Math.abs(chunk.ordinal - hit.ordinal) <= places,
      );
    };
    return new Map(chunkIds.map((id) => [id, beside(id)]));
  }

  async coverage(_owner: string, scope: SearchScope, query: string): Promise<number> {
    const inScope = this.entriesOf(scope);
    const rarity = this.#rarity(inScope, query);
    const present = [...rarity].filter(([term]) => inScope.some(({ id }) => this.#termsOf(id).has(term)));
    return sum(present.map(([, weight]) => weight)) / Math.max(1e-9, sum(rarity.values()));
  }

  #rarity(inScope: readonly IndexedChunk[], query: string): ReadonlyMap<string, number> {
    const size = inScope.length;
    return new Map(
      [...new Set(terms(query))].map((term) => {
        const holding = inScope.filter(({ id }) => this.#termsOf(id).has(term)).length;
        return [term, Math.log(1 + (size - holding + 0.5) / (holding + 0.5))];
      }),
    );
  }

  #termsOf(id: string): ReadonlyMap<string, number> {
    return this.#counts.get(id) ?? new Map<string, number>();
  }

  entriesOf(scope: SearchScope): IndexedChunk[] {
    const all = [...this.entries.values()];
    if (scope.kind === 'collection') return all.filter((chunk) => chunk.collectionId === scope.collectionId);
    const key = (set: ChunkSet): string => `${set.documentId} ${set.chunker}`;
    const wanted = new Set(scope.sets.map(key));
    return all.filter((chunk) => wanted.has(key(chunk)));
  }
}

function bestFirst(a: Hit, b: Hit): number {
  return b.score - a.score || (a.chunkId < b.chunkId ? -1 : 1);
}

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  a.forEach((value, index) => {
    dot += value * (b[index] ?? 0);
  });
  const norm = Math.hypot(...a) * Math.hypot(...b);
  return norm === 0 ? 0 : dot / norm;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
