import type { Hit } from '../ports.js';

/** How several rankings become one. */
export type Fusion =
  | { readonly by: 'rank' }
  /** `lexicalWeight` is the share of the ranking by words, 0 to 1; the rest is that of the vectors. */
  | { readonly by: 'weights'; readonly lexicalWeight: number };

/** The constant of reciprocal rank fusion (Cormack, Clarke and Buettcher, SIGIR 2009). */
const K = 60;

/**
 * Joins several rankings of the same chunks by their ranks alone, so that scores of different kinds need no
 * common scale. The result's scores lie between 0 and 1; 1 is first place in every ranking. Ties go by chunk id.
 */
export function fuse(rankings: readonly (readonly Hit[])[], limit: number): readonly Hit[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings) {
    ranking.forEach(({ chunkId }, index) => add(scores, chunkId, 1 / (K + index + 1)));
  }
  const best = rankings.length / (K + 1);
  return ranked(scores, limit, best);
}

/**
 * Joins rankings by their scores, each as a share of the best of its ranking and times its weight; what a ranking
 * does not have counts 0 there. The result's scores lie between 0 and 1. Ties go by chunk id.
 */
export function fuseByWeight(
  rankings: readonly { readonly hits: readonly Hit[]; readonly weight: number }[],
  limit: number,
): readonly Hit[] {
  const scores = new Map<string, number>();
  for (const { hits, weight } of rankings) {
    for (const { chunkId, score } of shareOfBest(hits)) add(scores, chunkId, weight * score);
  }
  const best = rankings.reduce((sum, { weight }) => sum + weight, 0);
  return ranked(scores, limit, best === 0 ? 1 : best);
}

/** Scores as shares of the best one's. */
export function shareOfBest(hits: readonly Hit[]): readonly Hit[] {
  const best = hits[0]?.score ?? 0;
  return best > 0 ? hits.map(({ chunkId, score }) => ({ chunkId, score: score / best })) : hits;
}

function add(scores: Map<string, number>, chunkId: string, value: number): void {
  scores.set(chunkId, (scores.get(chunkId) ?? 0) + value);
}

function ranked(scores: ReadonlyMap<string, number>, limit: number, best: number): readonly Hit[] {
  return [...scores]
    .map(([chunkId, score]) => ({ chunkId, score: score / best }))
    .sort((a, b) => b.score - a.score || (a.chunkId < b.chunkId ? -1 : 1))
    .slice(0, limit);
}
