import type { DataSource } from 'typeorm';
import { storableText } from '../storable.js';
import type { ResolvedScope } from './search-scope.js';

/** A word of a query, as the English dictionary has it, and how rare it is in the scope. */
export interface QueryTerm {
  readonly lexeme: string;
  /** Chunks of the scope that have it. */
  readonly frequency: number;
  /** Inverse document frequency, as Lucene has it: ln(1 + (N - df + 0.5) / (df + 0.5)). */
  readonly weight: number;
}

/** A query may be any text; of a longer one, the beginning counts. UTF-16 units. */
const LONGEST_QUERY = 64 * 1024;

/** Different words looked up at most, the first ones. */
const MOST_LOOKED_UP = 512;

/**
 * The different words of a query, rarest first, ties in order of the words. A text without words
 * (stop words, punctuation, nothing) gives none.
 */
export async function queryTerms(
  dataSource: DataSource,
  scope: ResolvedScope,
  query: string,
): Promise<readonly QueryTerm[]> {
  if (scope.chunkCount === 0) return [];
  const rows = await dataSource.query<{ lexeme: string; frequency: number }[]>(
    `WITH words AS MATERIALIZED (
       SELECT lexeme FROM unnest(to_tsvector('english', $2)) ORDER BY positions[1] LIMIT $3
     )
     SELECT lexeme, (SELECT count(*) FROM chunks c
       WHERE c.set_id = ANY($1::bigint[])
         AND c.terms @@ ('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''')::tsquery)::integer AS frequency
     FROM words`,
    [scope.setIds, storableText(query.slice(0, LONGEST_QUERY)), MOST_LOOKED_UP],
  );
  const n = scope.chunkCount;
  return rows
    .map((row) => ({ ...row, weight: Math.log(1 + (n - row.frequency + 0.5) / (row.frequency + 0.5)) }))
    .sort((a, b) => a.frequency - b.frequency || (a.lexeme < b.lexeme ? -1 : 1));
}

/** A lexeme as a full-text query of its own, whatever characters it has. */
export function tsqueryOf(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}
