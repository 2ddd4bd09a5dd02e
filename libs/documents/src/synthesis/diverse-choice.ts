/** How much relevance counts against being different from what was chosen (maximal marginal relevance). */
const RELEVANCE = 0.75;
/** What scores less than this share of the best adds nothing to it, unless it holds a wanted term that is missing. */
const WORTH_ADDING = 0.55;
const WORTH_COMPLETING = 0.3;

interface Option {
  readonly terms: readonly string[];
  /** Where it stands: only what stands beside the best option can complete it. */
  readonly place?: string;
}

/**
 * Chooses the indices of the best options that do not repeat each other, best first (Carbonell and Goldstein,
 * SIGIR 1998). `wanted` are the question's terms. Ties go to the option that comes first.
 */
export function chooseDiverse(
  options: readonly Option[],
  scores: readonly number[],
  limit: number,
  wanted: ReadonlySet<string> = new Set(),
): readonly number[] {
  const best = Math.max(0, ...scores);
  if (best === 0) return [];
  const sets = options.map((option) => new Set(option.terms));
  const left = new Set(scores.keys());
  const missing = new Set(wanted);
  const chosen: number[] = [];
  while (chosen.length < limit) {
    let next = -1;
    let value = -Infinity;
    for (const index of left) {
      const beside = options[index]?.place === options[chosen[0] ?? index]?.place;
      const completes = beside && options[index]?.terms.some((term) => missing.has(term)) === true;
      if ((scores[index] ?? 0) < best * (completes ? WORTH_COMPLETING : WORTH_ADDING)) continue;
      const repeats = Math.max(0, ...chosen.map((other) => similarity(sets[index], sets[other])));
      const marginal = RELEVANCE * ((scores[index] ?? 0) / best) - (1 - RELEVANCE) * repeats;
      if (marginal > value) [next, value] = [index, marginal];
    }
    if (next === -1) break;
    left.delete(next);
    chosen.push(next);
    for (const term of options[next]?.terms ?? []) missing.delete(term);
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
