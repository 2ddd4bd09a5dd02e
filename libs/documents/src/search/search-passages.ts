import type { Hit, SearchIndex, SearchScope } from '../ports.js';
import { passageConfidence, searchConfidence } from './confidence.js';
import { fuse } from './fusion.js';
import { toPassage } from './passage.js';
import type { PassagesArtifact } from './passage.js';

export type SearchMode = 'hybrid' | 'lexical' | 'vector';

/** Turns a question into a vector of one model. */
export interface QueryEmbedder {
  readonly model: string;
  /** False for lexical vectors, which know no more than BM25 does. */
  readonly semantic: boolean;
  readonly embed: (question: string) => Promise<Float32Array>;
}

export interface PassageSearch {
  readonly ownerId: string;
  readonly scope: SearchScope;
  readonly query: string;
  readonly mode: SearchMode;
  readonly limit: number;
  /** 0 to 1, see `searchPassages`. */
  readonly minimumScore: number;
}

/** Each ranking is asked for this many, so that fusion and rarity have something to work with. */
const CANDIDATES = 50;

/**
 * Finds the passages for a question. `hybrid` joins BM25 with semantic vectors by reciprocal rank fusion; while
 * only lexical vectors exist it ranks by BM25 alone, which is measurably better than joining the two.
 *
 * Scores lie between 0 and 1: for BM25 the share of the best passage's score, for vectors their cosine, for
 * fused rankings the share of what first place in both would give.
 */
export async function searchPassages(
  index: SearchIndex,
  embedder: QueryEmbedder,
  search: PassageSearch,
): Promise<PassagesArtifact> {
  const { ownerId, scope, query, limit } = search;
  const ranking = (await rank(index, embedder, search)).filter((hit) => hit.score >= search.minimumScore);
  const candidates = await index.chunks(ranking.map((hit) => hit.chunkId));
  const scores = new Map(ranking.map((hit) => [hit.chunkId, hit.score]));
  const passages = candidates.slice(0, limit).map((chunk) => toPassage(chunk, scores.get(chunk.id) ?? 0));
  if (passages.length === 0) return { query, confidence: 0, passages };
  const share = passageConfidence(query, passages, candidates);
  const vocabulary = await index.coverage(ownerId, scope, query);
  return { query, confidence: searchConfidence(share, vocabulary), passages };
}

async function rank(
  index: SearchIndex,
  embedder: QueryEmbedder,
  { ownerId, scope, query, mode, limit }: PassageSearch,
): Promise<readonly Hit[]> {
  const depth = Math.max(limit, CANDIDATES);
  const lexical = async (): Promise<readonly Hit[]> =>
    shareOfBest(await index.lexical(ownerId, scope, query, depth));
  const nearest = async (): Promise<readonly Hit[]> =>
    (await index.nearest(ownerId, scope, embedder.model, await embedder.embed(query), depth)).filter(
      (hit) => hit.score > 0,
    );
  switch (mode) {
    case 'lexical':
      return lexical();
    case 'vector':
      return nearest();
    case 'hybrid': {
      if (!embedder.semantic) return lexical();
      const rankings = await Promise.all([lexical(), nearest()]);
      return fuse(
        rankings.filter((ranking) => ranking.length > 0),
        depth,
      );
    }
  }
}

function shareOfBest(hits: readonly Hit[]): readonly Hit[] {
  const best = hits[0]?.score ?? 0;
  return best > 0 ? hits.map(({ chunkId, score }) => ({ chunkId, score: score / best })) : hits;
}
