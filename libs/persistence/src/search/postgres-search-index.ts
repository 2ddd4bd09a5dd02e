import type { DataSource } from 'typeorm';
import type { ChunkSet } from '../chunks/chunk-set-reference.js';
import type { Chunk } from '../chunks/postgres-chunk-store.js';
import { chunksAround } from './chunks-around.js';
import type { NeighbouringChunk } from './chunks-around.js';
import { eligibleChunks } from './eligible-chunks.js';
import type { Hit } from './hit.js';
import { lexicalSearch } from './lexical-search.js';
import { queryTerms } from './query-terms.js';
import { ScanThread } from './scan-thread.js';
import type { SearchScope } from './search-scope.js';
import { resolveScope } from './search-scope.js';
import { normalised, VectorCache } from './vector-cache.js';

export interface FoundChunk extends Chunk, Pick<ChunkSet, 'documentId'> {
  readonly id: string;
  readonly documentName: string;
}

export interface SearchSettings {
  /** Memory for vectors that are compared exactly; 400 MiB when not given: 100,000 of 1,024 dimensions. */
  readonly maximumVectorBytes?: number;
}

const DEFAULT_VECTOR_BYTES = 400 * 1024 * 1024;

/** No caller needs more; a page of results and the fusion of two rankings stay far below. */
const MOST_HITS = 1_000;

/** Search over chunks. Whose they are is asked in the database, every time. */
export class PostgresSearchIndex {
  private readonly cache: VectorCache;
  private readonly thread = new ScanThread();

  constructor(
    private readonly dataSource: DataSource,
    settings: SearchSettings = {},
  ) {
    this.cache = new VectorCache(dataSource, settings.maximumVectorBytes ?? DEFAULT_VECTOR_BYTES);
  }

  /** BM25 (k1 1.2, b 0.75) over the English full-text vector, best first, ties by chunk id. */
  async lexical(ownerId: string, scope: SearchScope, query: string, limit: number): Promise<readonly Hit[]> {
    const resolved = await resolveScope(this.dataSource, ownerId, scope, null);
    return lexicalSearch(this.dataSource, resolved, query, bounded(limit));
  }

  /**
   * Cosine similarity, best first, ties by chunk id: exact, by comparing all.
   * @throws TooManyVectorsError
   */
  async nearest(
    ownerId: string,
    scope: SearchScope,
    model: string,
    vector: Float32Array,
    limit: number,
  ): Promise<readonly Hit[]> {
    const query = normalised(vector);
    if (query.every((value) => value === 0)) return [];
    const resolved = await resolveScope(this.dataSource, ownerId, scope, model);
    const { setIds, chunkCount } = resolved;
    if (chunkCount === 0) return [];
    const dimensions = query.length;
    const { chunkIds, vectors } = await this.cache.get({ setIds, chunkCount, model, dimensions });
    if (chunkIds.length === 0) return [];
    const eligible = await eligibleChunks(this.dataSource, resolved, chunkIds);
    const { positions, scores } = await this.thread.run({ vectors, query, limit: bounded(limit), eligible });
    return positions.flatMap((position, rank) => {
      const chunkId = chunkIds[position];
      return chunkId === undefined ? [] : [{ chunkId, score: scores[rank] ?? 0 }];
    });
  }

  /** The chunks of the hits with the names of their documents, in the order of the ids given. */
  async chunks(ids: readonly string[]): Promise<readonly FoundChunk[]> {
    return this.dataSource.query<FoundChunk[]>(
      `SELECT c.id, cs.document_id AS "documentId", d.name AS "documentName", c.ordinal, c.text, c.page,
         c.start_offset AS start, c.end_offset AS "end", c.heading_path AS "headingPath", c.token_count AS "tokenCount"
       FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted(id, place)
       JOIN chunks c USING (id)
       JOIN chunk_sets cs ON cs.id = c.set_id
       JOIN documents d ON d.id = cs.document_id
       ORDER BY wanted.place`,
      [ids],
    );
  }

  /** For each chunk those of its set that stand at most so many places before or after it, itself among them, in order. */
  async around(
    chunkIds: readonly string[],
    places: number,
  ): Promise<ReadonlyMap<string, readonly NeighbouringChunk[]>> {
    return chunksAround(this.dataSource, chunkIds, places);
  }

  /** Share of the query's terms, weighted by rarity, that occur in the scope: 0 to 1. */
  async coverage(ownerId: string, scope: SearchScope, query: string): Promise<number> {
    const resolved = await resolveScope(this.dataSource, ownerId, scope, null);
    const terms = await queryTerms(this.dataSource, resolved, query);
    const all = terms.reduce((sum, { weight }) => sum + weight, 0);
    const found = terms.reduce((sum, { weight, frequency }) => sum + (frequency > 0 ? weight : 0), 0);
    return all === 0 ? 0 : found / all;
  }

  /** Ends the thread that compares vectors. */
  close(): Promise<void> {
    return this.thread.stop();
  }
}

function bounded(limit: number): number {
  return Math.min(Math.max(Math.trunc(limit), 1), MOST_HITS);
}
