import type { Hit } from '../ports.js';

/** The constant of reciprocal rank fusion (Cormack, Clarke and Buettcher, SIGIR 2009). */
const K = 60;

/**
 * Joins several rankings of the same chunks by their ranks alone, so that scores of different kinds need no
 * common scale. The result's scores lie between 0 and 1; 1 is first place in every ranking. Ties go by chunk id.
 */
export function fuse(rankings: readonly (readonly Hit[])[], limit: number): readonly Hit[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings) {
    ranking.forEach(({ chunkId }, index) => {
      scores.set(chunkId, (scores.get(chunkId) ?? 0) + 1 / (K + index + 1));
    });
  }
  const best = rankings.length / (K + 1);
  return [...scores]
    .map(([chunkId, score]) => ({ chunkId, score: score / best }))
    .sort((a, b) => b.score - a.score || (a.chunkId < b.chunkId ? -1 : 1))
    .slice(0, limit);
}
