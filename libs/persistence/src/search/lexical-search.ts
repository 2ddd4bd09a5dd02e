import type { DataSource } from 'typeorm';
import type { Hit } from './hit.js';
import type { QueryTerm } from './query-terms.js';
import { queryTerms, tsqueryOf } from './query-terms.js';
import { headingCondition } from './search-filter.js';
import type { ResolvedScope } from './search-scope.js';
import { FREQUENCY_THRESHOLDS, frequencySql } from './term-frequency.js';

/** Words that count in the score, rarest first: the common ones of a long query add little. */
const MOST_TERMS = 32;

/**
 * Chunks that are scored at most, as far as words allow: rare words nominate the candidates; a
 * chunk that has only words beyond this many occurrences is not considered. In a scope of fewer
 * chunks the result is exact.
 */
const MOST_CANDIDATES = 5_000;

/**
 * BM25 with k1 = 1.2 and b = 0.75 (Robertson and Zaragoza, 2009; the weights as in Lucene). The
 * terms are cut out of their storage once for each candidate (`|| ''`), not once for each word.
 */
const SCORE = `
SELECT c.id::text AS "chunkId", s.score
FROM chunks c
CROSS JOIN LATERAL (
  SELECT sum(weight * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * c.term_count / $5))) AS score
  FROM (SELECT c.terms || ''::tsvector AS terms OFFSET 0) AS detached
  CROSS JOIN unnest($3::tsquery[], $4::double precision[]) AS word(query, weight)
  CROSS JOIN LATERAL (SELECT ${frequencySql('detached.terms', 'word.query', '$6')} AS frequency) AS found
  WHERE frequency > 0
) AS s
WHERE c.set_id = ANY($1::bigint[]) AND c.terms @@ $2::tsquery AND s.score IS NOT NULL
  AND ${headingCondition('$8')}
ORDER BY s.score DESC, c.id
LIMIT $7`;

export async function lexicalSearch(
  dataSource: DataSource,
  scope: ResolvedScope,
  query: string,
  limit: number,
): Promise<readonly Hit[]> {
  const known = (await queryTerms(dataSource, scope, query)).filter(({ frequency }) => frequency > 0);
  const terms = known.slice(0, MOST_TERMS);
  if (terms.length === 0) return [];
  const nominating = nominatingTerms(terms, scope.chunkCount);
  return dataSource.query<Hit[]>(SCORE, [
    scope.setIds,
    nominating.map(({ lexeme }) => tsqueryOf(lexeme)).join(' | '),
    terms.map(({ lexeme }) => tsqueryOf(lexeme)),
    terms.map(({ weight }) => weight),
    scope.termCount / scope.chunkCount,
    FREQUENCY_THRESHOLDS,
    limit,
    scope.headingLike,
  ]);
}

/** The rarest words, as many as stay together below the bound; at least one. */
function nominatingTerms(rarestFirst: readonly QueryTerm[], chunkCount: number): readonly QueryTerm[] {
  if (chunkCount <= MOST_CANDIDATES) return rarestFirst;
  let candidates = 0;
  return rarestFirst.filter(({ frequency }, index) => {
    candidates += frequency;
    return index === 0 || candidates <= MOST_CANDIDATES;
  });
}
