/** How good a ranking is, as information retrieval measures it. */
export interface Quality {
  readonly ndcgAt10: number;
  readonly recallAt100: number;
  readonly mrrAt10: number;
}

/** Of one ranking, best first, against what is relevant. */
export function qualityOf(ranked: readonly string[], relevant: ReadonlySet<string>): Quality {
  return {
    ndcgAt10: ndcg(ranked, relevant, 10),
    recallAt100: ranked.slice(0, 100).filter((id) => relevant.has(id)).length / Math.max(1, relevant.size),
    mrrAt10: reciprocalRank(ranked.slice(0, 10), relevant),
  };
}

/** The mean over several questions. */
export function meanQuality(qualities: readonly Quality[]): Quality {
  const mean = (key: keyof Quality): number =>
    qualities.reduce((sum, quality) => sum + quality[key], 0) / Math.max(1, qualities.length);
  return { ndcgAt10: mean('ndcgAt10'), recallAt100: mean('recallAt100'), mrrAt10: mean('mrrAt10') };
}

/** The judgement as gain, log2(rank + 1) as discount. */
function ndcg(ranked: readonly string[], relevant: ReadonlySet<string>, depth: number): number {
  const sum = (gains: readonly number[]): number =>
    gains.reduce((total, gain, index) => total + gain / Math.log2(index + 2), 0);
  const ideal = Array.from({ length: Math.min(depth, relevant.size) }, () => 1);
  return sum(ranked.slice(0, depth).map((id) => (relevant.has(id) ? 1 : 0))) / Math.max(1, sum(ideal));
}

function reciprocalRank(ranked: readonly string[], relevant: ReadonlySet<string>): number {
  const first = ranked.findIndex((id) => relevant.has(id));
  return first === -1 ? 0 : 1 / (first + 1);
}
