/** How much relevance counts against being different from what was chosen (maximal marginal relevance). */
const RELEVANCE = 0.75;
/** What scores less than this share of the best adds nothing to it. */
const WORTH_ADDING = 0.55;

interface Option {
  readonly terms: readonly string[];
}

/**
 * Chooses the indices of the best options that do not repeat each other, best first (Carbonell and Goldstein,
 * SIGIR 1998). Ties go to the option that comes first.
 */
export function chooseDiverse(
  options: readonly Option[],
  scores: readonly number[],
  limit: number,
): readonly number[] {
  const best = Math.max(0, ...scores);
  if (best === 0) return [];
  const sets = options.map((option) => new Set(option.terms));
  const left = new Set(scores.flatMap((score, index) => (score >= best * WORTH_ADDING ? [index] : [])));
  const chosen: number[] = [];
  while (chosen.length < limit && left.size > 0) {
    let next = -1;
    let value = -Infinity;
    for (const index of left) {
      const repeats = Math.max(0, ...chosen.map((other) => similarity(sets[index], sets[other])));
      const marginal = RELEVANCE * ((scores[index] ?? 0) / best) - (1 - RELEVANCE) * repeats;
      if (marginal > value) [next, value] = [index, marginal];
    }
    left.delete(next);
    chosen.push(next);
  }
  return chosen;
}

/** Jaccard's: terms in common among all terms. */
function similarity(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): number {
  if (!a || !b) return 0;
  const common = [...a].filter((term) => b.has(term)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
