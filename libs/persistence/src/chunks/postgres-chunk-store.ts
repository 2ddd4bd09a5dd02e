import type { DataSource, EntityManager } from 'typeorm';
import { storableJson, storableText } from '../storable.js';
import { ADOPT_CHUNK_SET } from './adopt-chunk-set.sql.js';
import type { ChunkSet } from './chunk-set-reference.js';
import { columnsOfSets } from './chunk-set-reference.js';

export interface Chunk {
  readonly ordinal: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly headingPath: readonly string[];
  readonly tokenCount: number;
}

export interface ChunkToEmbed extends Pick<Chunk, 'text' | 'tokenCount' | 'headingPath'> {
  readonly id: string;
}

/** A chunk and the SHA-256, in hexadecimal, of what the model reads for it. */
interface EmbeddedInput {
  readonly chunkId: string;
  readonly inputHash: string;
}

export interface ListedChunk extends Chunk {
  readonly id: string;
  readonly documentId: string;
  readonly documentName: string;
}

interface Summary {
  readonly chunks: number;
  readonly tokens: number;
}

const CHUNKS_AT_ONCE = 500;

/** More text than this is not indexed for words: a tsvector holds 1 MiB. It is stored whole all the same. */
const LONGEST_INDEXED_TEXT = 200_000;

/** Chunks and their vectors. A chunk set is written once, by whoever comes first, and never changed. */
export class PostgresChunkStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Counts of a chunk set that is there, else null. A set of the same content and chunker that the
   * owner has for another document is taken over first, vectors included.
   */
  async summary({ documentId, chunker }: ChunkSet): Promise<Summary | null> {
    const [there] = await this.dataSource.query<Summary[]>(
      `SELECT chunk_count AS chunks, token_count::double precision AS tokens
       FROM chunk_sets WHERE document_id = $1 AND chunker = $2`,
      [documentId, chunker],
    );
    if (there !== undefined) return there;
    const [adopted] = await this.dataSource.query<Summary[]>(ADOPT_CHUNK_SET, [documentId, chunker]);
    if (adopted === undefined) return null;
    await this.tidyIndex();
    return adopted;
  }

  async save({ documentId, chunker }: ChunkSet, chunks: readonly Chunk[]): Promise<void> {
    const tokens = chunks.reduce((sum, chunk) => sum + chunk.tokenCount, 0);
    await this.dataSource.transaction(async (transaction) => {
      const [set] = await transaction.query<{ id: string; title: string | null }[]>(
        `INSERT INTO chunk_sets (document_id, chunker, chunk_count, token_count, term_count)
         VALUES ($1, $2, $3, $4, 0) ON CONFLICT DO NOTHING
         RETURNING id, (SELECT title FROM documents WHERE id = $1) AS title`,
        [documentId, chunker, chunks.length, tokens],
      );
      if (set === undefined) return;
      for (let from = 0; from < chunks.length; from += CHUNKS_AT_ONCE) {
        await insertChunks(transaction, set.id, set.title, chunks.slice(from, from + CHUNKS_AT_ONCE));
      }
      await transaction.query(
        `UPDATE chunk_sets SET term_count = (SELECT coalesce(sum(term_count), 0) FROM chunks WHERE set_id = $1)
         WHERE id = $1`,
        [set.id],
      );
    });
    await this.tidyIndex();
  }

  /** A page of the chunks that have no vector of this model yet, in order of id. */
  async withoutVector(
    sets: readonly ChunkSet[],
    model: string,
    limit: number,
  ): Promise<readonly ChunkToEmbed[]> {
    return this.dataSource.query<ChunkToEmbed[]>(
      `SELECT c.id, c.text, c.token_count AS "tokenCount", c.heading_path AS "headingPath"
       FROM unnest($1::uuid[], $2::text[]) AS wanted(document_id, chunker)
       JOIN chunk_sets cs USING (document_id, chunker)
       JOIN chunks c ON c.set_id = cs.id
       WHERE NOT EXISTS (SELECT FROM chunk_vectors v WHERE v.chunk_id = c.id AND v.model = $3)
       ORDER BY c.id LIMIT $4`,
      [...columnsOfSets(sets), model, limit],
    );
  }

  /** A page of the chunks of the owner's documents, in the order of the sets and within each as they stand. */
  async list(
    ownerId: string,
    sets: readonly ChunkSet[],
    offset: number,
    limit: number,
  ): Promise<readonly ListedChunk[]> {
    return this.dataSource.query<ListedChunk[]>(
      `WITH placed AS (
         SELECT cs.id, cs.document_id, d.name, wanted.place,
           sum(cs.chunk_count) OVER (ORDER BY wanted.place) - cs.chunk_count AS before, cs.chunk_count
         FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS wanted(document_id, chunker, place)
         JOIN chunk_sets cs USING (document_id, chunker)
         JOIN documents d ON d.id = cs.document_id AND d.user_id = $1
       )
       SELECT c.id, p.document_id AS "documentId", p.name AS "documentName", c.ordinal, c.text, c.page,
         c.start_offset AS start, c.end_offset AS "end", c.heading_path AS "headingPath", c.token_count AS "tokenCount"
       FROM placed p
       JOIN chunks c ON c.set_id = p.id AND c.ordinal >= $4 - p.before AND c.ordinal < $4 + $5 - p.before
       WHERE p.before < $4 + $5 AND p.before + p.chunk_count > $4
       ORDER BY p.place, c.ordinal`,
      [ownerId, ...columnsOfSets(sets), offset, limit],
    );
  }

  async countVectors(sets: readonly ChunkSet[], model: string): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count
       FROM unnest($1::uuid[], $2::text[]) AS wanted(document_id, chunker)
       JOIN chunk_sets cs USING (document_id, chunker)
       JOIN chunk_vectors v ON v.set_id = cs.id AND v.model = $3`,
      [...columnsOfSets(sets), model],
    );
    return row?.count ?? 0;
  }

  /**
   * Moves new words from the index's list of pending ones to where they belong: in bulk this is four
   * times as fast as word by word, and left undone it makes searches slow. Only the index's owner may.
   */
  private async tidyIndex(): Promise<void> {
    await this.dataSource.query(
      `SELECT gin_clean_pending_list(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
       WHERE indexrelid = 'chunks_terms_idx'::regclass AND pg_has_role(relowner, 'usage')`,
    );
  }

  /** A vector that is there stays; one whose chunk is gone is dropped. */
  async saveVectors(
    model: string,
    vectors: readonly (EmbeddedInput & { readonly vector: Float32Array })[],
  ): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO chunk_vectors (chunk_id, model, set_id, dimensions, vector, input_hash)
       SELECT c.id, $1, c.set_id, octet_length(given.vector) / 4, given.vector, given.input_hash
       FROM unnest($2::bigint[], $3::bytea[], $4::bytea[]) AS given(chunk_id, vector, input_hash)
       JOIN chunks c ON c.id = given.chunk_id
       ORDER BY c.id
       ON CONFLICT DO NOTHING`,
      [model, chunkIdsOf(vectors), vectors.map(({ vector }) => littleEndian(vector)), hashesOf(vectors)],
    );
  }

  /** Gives chunks the vectors that the model made of the same inputs for the owner before. Gives those that got one. */
  async reuseVectors(
    ownerId: string,
    model: string,
    inputs: readonly EmbeddedInput[],
  ): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `INSERT INTO chunk_vectors (chunk_id, model, set_id, dimensions, vector, input_hash)
       SELECT c.id, $2, c.set_id, known.dimensions, known.vector, given.input_hash
       FROM unnest($3::bigint[], $4::bytea[]) AS given(chunk_id, input_hash)
       JOIN chunks c ON c.id = given.chunk_id
       CROSS JOIN LATERAL (
         SELECT v.dimensions, v.vector FROM chunk_vectors v
         JOIN chunk_sets cs ON cs.id = v.set_id
         JOIN documents d ON d.id = cs.document_id AND d.user_id = $1
         WHERE v.input_hash = given.input_hash AND v.model = $2 LIMIT 1) AS known
       ORDER BY c.id
       ON CONFLICT DO NOTHING
       RETURNING chunk_id AS id`,
      [ownerId, model, chunkIdsOf(inputs), hashesOf(inputs)],
    );
    return rows.map(({ id }) => id);
  }

  /** The dimensions of the vectors that the owner has of a model; null when there are none. */
  async dimensionsOf(ownerId: string, model: string): Promise<number | null> {
    const [row] = await this.dataSource.query<{ dimensions: number }[]>(
      `SELECT v.dimensions FROM documents d
       JOIN chunk_sets cs ON cs.document_id = d.id
       JOIN chunk_vectors v ON v.set_id = cs.id AND v.model = $2
       WHERE d.user_id = $1 LIMIT 1`,
      [ownerId, model],
    );
    return row?.dimensions ?? null;
  }
}

async function insertChunks(
  transaction: EntityManager,
  setId: string,
  title: string | null,
  chunks: readonly Chunk[],
): Promise<void> {
  const rows = chunks.map((chunk) => ({ ...chunk, indexed: indexedText(title, chunk) }));
  await transaction.query(
    `INSERT INTO chunks (set_id, ordinal, text, page, start_offset, end_offset, heading_path, token_count, terms, term_count)
     SELECT $1, r.ordinal, r.text, r.page, r.start, r."end", r."headingPath", r."tokenCount", terms,
       (SELECT coalesce(sum(cardinality(positions)), 0) FROM unnest(terms))
     FROM jsonb_to_recordset($2::jsonb) AS r(ordinal integer, text text, page integer, start integer, "end" integer,
       "headingPath" jsonb, "tokenCount" integer, indexed text), to_tsvector('english', r.indexed) AS terms
     ORDER BY r.ordinal`,
    [setId, storableJson(rows)],
  );
}

/** Title and headings count for every chunk below them, once: not again where the chunk begins with them. */
function indexedText(title: string | null, { headingPath, text }: Chunk): string {
  const above = new Set(title === null ? headingPath : [title, ...headingPath]);
  const missing = [...above].filter((heading) => !text.includes(heading));
  return storableText(
    [...missing, text.slice(0, LONGEST_INDEXED_TEXT)].join('\n').slice(0, LONGEST_INDEXED_TEXT),
  );
}

function chunkIdsOf(inputs: readonly EmbeddedInput[]): readonly string[] {
  return inputs.map(({ chunkId }) => chunkId);
}

function hashesOf(inputs: readonly EmbeddedInput[]): readonly Buffer[] {
  return inputs.map(({ inputHash }) => Buffer.from(inputHash, 'hex'));
}

function littleEndian(vector: Float32Array): Buffer {
  const bytes = Buffer.allocUnsafe(vector.length * 4);
  vector.forEach((value, index) => bytes.writeFloatLE(value, index * 4));
  return bytes;
}
