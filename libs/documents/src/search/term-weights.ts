import { terms } from '../text/terms.js';

/** What each term of a question is worth: rare terms say more. */
export type TermWeights = ReadonlyMap<string, number>;

/**
 * Of how many passages the candidates are taken to be a part, at least. Only passages that share a word with the
 * question are candidates, so among them alone every common word would look as rare as it is.
 */
const SMALLEST_COLLECTION = 100;

/** Weighs a question's terms by their rarity (the idf of BM25) among the passages that came into question. */
export function termWeights(question: string, candidates: readonly string[]): TermWeights {
  const sets = candidates.map((passage) => new Set(terms(passage)));
  const size = Math.max(SMALLEST_COLLECTION, sets.length * 2);
  return new Map(
    [...new Set(terms(question))].map((term) => {
      const holding = sets.filter((set) => set.has(term)).length;
      return [term, Math.log(1 + (size - holding + 0.5) / (holding + 0.5))];
    }),
  );
}

/** The share, by weight, of the question's terms that a text holds: 0 to 1. */
export function coverage(weights: TermWeights, text: string): number {
  const present = new Set(terms(text));
  let total = 0;
  let found = 0;
  for (const [term, weight] of weights) {
    total += weight;
    if (present.has(term)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}
