import type { SearchIndex, SearchScope } from '../ports.js';
import { passageConfidence, searchConfidence } from './confidence.js';
import { diversify } from './diversity.js';
import type { Fusion } from './fusion.js';
import { toPassage } from './passage.js';
import type { Passage, PassagesArtifact } from './passage.js';
import { findingsOf, joinRankings, rankingsFor } from './rankings.js';
import { withSurroundings } from './surroundings.js';
import type { Around } from './surroundings.js';

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
  /** Other ways to put the question; what they find is joined with what the question finds. */
  readonly alternatives?: readonly string[];
  readonly mode: SearchMode;
  /** By rank when nothing is said. */
  readonly fusion?: Fusion;
  readonly limit: number;
  /** 0 to 1, see `searchPassages`. */
  readonly minimumScore: number;
  /** 0 to 1, see `diversify`; 0 when nothing is said. */
  readonly diversity?: number;
  /** Nothing when nothing is said. */
  readonly around?: Around;
}

/** Each ranking is asked for this many, so that fusion and rarity have something to work with. */
const CANDIDATES = 50;

/**
 * Finds the passages for a question. `hybrid` joins BM25 with semantic vectors; while only lexical vectors exist it
 * ranks by BM25 alone, which is measurably better than joining the two by rank.
 *
 * Scores lie between 0 and 1: for BM25 the share of the best passage's score, for vectors their cosine, for
 * fused rankings the share of what first place in all of them would give.
 */
export async function searchPassages(
  index: SearchIndex,
  embedder: QueryEmbedder,
  search: PassageSearch,
): Promise<PassagesArtifact> {
  const { query, limit, fusion = { by: 'rank' }, around = { kind: 'nothing' } } = search;
  const depth = Math.max(limit, CANDIDATES);
  const rankings = await rankingsFor(index, embedder, search, depth);
  const hits = joinRankings(rankings, fusion, depth).filter(({ score }) => score >= search.minimumScore);
  const scores = new Map(hits.map((hit) => [hit.chunkId, hit.score]));
  const findings = findingsOf(rankings);
  const candidates = (await index.chunks(hits.map(({ chunkId }) => chunkId))).map((chunk) => ({
    ...toPassage(chunk, scores.get(chunk.id) ?? 0),
    found: findings(chunk.id),
  }));
  const chosen = diversify(candidates, search.diversity ?? 0, limit);
  const confidence = await confidenceOf(index, search, chosen, candidates);
  return { query, confidence, passages: await withSurroundings(index, chosen, around) };
}

/** That of the question, or of another way to put it when that fits the passages better. */
async function confidenceOf(
  index: SearchIndex,
  { ownerId, scope, query, alternatives = [] }: PassageSearch,
  passages: readonly Passage[],
  candidates: readonly Passage[],
): Promise<number> {
  if (passages.length === 0) return 0;
  const confidences = [query, ...alternatives].map(async (wanted) => {
    const share = passageConfidence(wanted, passages, candidates);
    return searchConfidence(share, await index.coverage(ownerId, scope, wanted));
  });
  return Math.max(...(await Promise.all(confidences)));
}
