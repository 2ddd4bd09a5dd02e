import type { DataSource } from 'typeorm';
import type { ChunkSet } from '../chunks/chunk-set-reference.js';
import { columnsOfSets } from '../chunks/chunk-set-reference.js';
import { isUuid } from '../uuid.js';
import { documentConditions, documentValues, headingLike } from './search-filter.js';
import type { SearchFilter } from './search-filter.js';

export type SearchScope = (
  | { readonly kind: 'sets'; readonly sets: readonly ChunkSet[] }
  | { readonly kind: 'collection'; readonly collectionId: string }
) & { readonly filter?: SearchFilter };

/** What is searched, as the owner may see it now. */
export interface ResolvedScope {
  /** Ids of the chunk sets in order, as an array literal of Postgres: `{1,5,7}`. */
  readonly setIds: string;
  readonly chunkCount: number;
  /** Indexed words of all its chunks. */
  readonly termCount: number;
  /** What a heading above a chunk has to be like for the chunk to be found; null when any will do. */
  readonly headingLike: string | null;
}

const TOTALS = `
  coalesce(array_agg(cs.id ORDER BY cs.id)::text, '{}') AS "setIds",
  coalesce(sum(cs.chunk_count), 0)::double precision AS "chunkCount",
  coalesce(sum(cs.term_count), 0)::double precision AS "termCount"`;

const OF_SETS = `
SELECT ${TOTALS}
FROM unnest($2::uuid[], $3::text[]) AS wanted(document_id, chunker)
JOIN chunk_sets cs USING (document_id, chunker)
JOIN documents d ON d.id = cs.document_id
WHERE d.user_id = $1 AND ${documentConditions(4)}`;

const OF_COLLECTION = `
SELECT ${TOTALS}
FROM (
  SELECT DISTINCT ON (s.document_id) s.*
  FROM documents d JOIN chunk_sets s ON s.document_id = d.id
  WHERE d.user_id = $1 AND d.collection_id = $2 AND ${documentConditions(4)}
    AND ($3::text IS NULL OR EXISTS (SELECT FROM chunk_vectors v WHERE v.set_id = s.id AND v.model = $3))
  ORDER BY s.document_id, s.id DESC
) AS cs`;

/**
 * The chunk sets of a scope; of a document in a collection, the newest one, or the newest with
 * vectors of the model when one is given. What is not the owner's is not there.
 */
export async function resolveScope(
  dataSource: DataSource,
  ownerId: string,
  scope: SearchScope,
  model: string | null,
): Promise<ResolvedScope> {
  const [sql, values] =
    scope.kind === 'sets'
      ? [OF_SETS, columnsOfSets(scope.sets)]
      : [OF_COLLECTION, [isUuid(scope.collectionId) ? scope.collectionId : null, model]];
  const filter = scope.filter ?? {};
  const [found] = await dataSource.query<Omit<ResolvedScope, 'headingLike'>[]>(sql, [
    ...[ownerId, ...values],
    ...documentValues(filter),
  ]);
  return { ...(found ?? { setIds: '{}', chunkCount: 0, termCount: 0 }), headingLike: headingLike(filter) };
}
