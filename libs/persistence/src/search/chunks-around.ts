import type { DataSource } from 'typeorm';
import type { ChunkSet } from '../chunks/chunk-set-reference.js';
import type { Chunk } from '../chunks/postgres-chunk-store.js';

export interface NeighbouringChunk extends Chunk, Pick<ChunkSet, 'documentId'> {
  readonly id: string;
}

/** For each chunk those of its set that stand at most so many places before or after it, in order. */
export async function chunksAround(
  dataSource: DataSource,
  chunkIds: readonly string[],
  places: number,
): Promise<ReadonlyMap<string, readonly NeighbouringChunk[]>> {
  const rows = await dataSource.query<(NeighbouringChunk & { readonly hit: string })[]>(
    `SELECT hit.id AS hit, c.id, cs.document_id AS "documentId", c.ordinal, c.text, c.page,
       c.start_offset AS start, c.end_offset AS "end", c.heading_path AS "headingPath", c.token_count AS "tokenCount"
     FROM chunks hit
     JOIN chunk_sets cs ON cs.id = hit.set_id
     JOIN chunks c ON c.set_id = hit.set_id AND c.ordinal BETWEEN hit.ordinal - $2 AND hit.ordinal + $2
     WHERE hit.id = ANY($1::bigint[])
     ORDER BY hit.id, c.ordinal`,
    [chunkIds, places],
  );
  const around = new Map<string, NeighbouringChunk[]>();
  for (const { hit, ...chunk } of rows) {
    const known = around.get(hit) ?? [];
    known.push(chunk);
    around.set(hit, known);
  }
  return around;
}
