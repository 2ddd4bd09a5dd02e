import type { Hit, SearchIndex } from '../ports.js';
import { fuse, fuseByWeight, shareOfBest } from './fusion.js';
import type { Fusion } from './fusion.js';
import type { Finding } from './passage.js';
import type { PassageSearch, QueryEmbedder } from './search-passages.js';

/** What one way of searching found for one query. */
export interface Ranking extends Pick<Finding, 'by' | 'query'> {
  readonly hits: readonly Hit[];
}

/** Every query by every way its mode asks for; `depth` hits each. Those that found nothing are left out. */
export async function rankingsFor(
  index: SearchIndex,
  embedder: QueryEmbedder,
  search: PassageSearch,
  depth: number,
): Promise<readonly Ranking[]> {
  const { ownerId, scope, query, alternatives = [] } = search;
  const lexical = async (wanted: string): Promise<Ranking> => {
    const hits = await index.lexical(ownerId, scope, wanted, depth);
    return { by: 'lexical', query: wanted, hits: shareOfBest(hits) };
  };
  const vector = async (wanted: string): Promise<Ranking> => {
    const hits = await index.nearest(ownerId, scope, embedder.model, await embedder.embed(wanted), depth);
    return { by: 'vector', query: wanted, hits: hits.filter((hit) => hit.score > 0) };
  };
  const queries = [...new Set([query, ...alternatives])];
  const ways = waysOf(search, embedder);
  const rankings = await Promise.all([
    ...(ways.includes('lexical') ? queries.map(lexical) : []),
    ...(ways.includes('vector') ? queries.map(vector) : []),
  ]);
  return rankings.filter(({ hits }) => hits.length > 0);
}

/** Lexical vectors know no more than the words do: they are joined with them only by weights that somebody chose. */
function waysOf({ mode, fusion }: PassageSearch, { semantic }: QueryEmbedder): readonly Ranking['by'][] {
  if (mode !== 'hybrid') return [mode];
  return semantic || fusion?.by === 'weights' ? ['lexical', 'vector'] : ['lexical'];
}

/** One ranking of them all. A single one keeps its scores. */
export function joinRankings(rankings: readonly Ranking[], fusion: Fusion, limit: number): readonly Hit[] {
  const [only] = rankings;
  if (rankings.length < 2) return only?.hits ?? [];
  if (fusion.by === 'rank') {
    return fuse(
      rankings.map(({ hits }) => hits),
      limit,
    );
  }
  const weights = { lexical: fusion.lexicalWeight, vector: 1 - fusion.lexicalWeight };
  return fuseByWeight(
    rankings.map(({ by, hits }) => ({ hits, weight: weights[by] })),
    limit,
  );
}

/** The places that a chunk has in the rankings. */
export function findingsOf(rankings: readonly Ranking[]): (chunkId: string) => readonly Finding[] {
  const findings = new Map<string, Finding[]>();
  for (const { by, query, hits } of rankings) {
    hits.forEach(({ chunkId, score }, index) => {
      const known = findings.get(chunkId) ?? [];
      known.push({ by, query, rank: index + 1, score });
      findings.set(chunkId, known);
    });
  }
  return (chunkId) => findings.get(chunkId) ?? [];
}
