import type { Passage } from './passage.js';
import { passageContext } from './passage.js';
import { coverage, termWeights } from './term-weights.js';

/** An answer is expected in one of the first passages. */
const BEST = 3;

/**
 * How likely the passages hold an answer, 0 to 1: the largest share of the question's terms, weighted by rarity,
 * that one of the first three passages holds together, squared. Squaring keeps passages that hold only the
 * common half of a question (a quarter) apart from those that hold all of it (one). Deterministic; it measures
 * words in common, not truth.
 *
 * `candidates` are the passages that rarity is measured among; more than are shown makes a better measure.
 */
export function passageConfidence(
  question: string,
  passages: readonly Passage[],
  candidates: readonly Pick<Passage, 'headingPath' | 'text'>[] = passages,
): number {
  const weights = termWeights(question, candidates.map(passageContext));
  const best = Math.max(
    0,
    ...passages.slice(0, BEST).map((passage) => coverage(weights, passageContext(passage))),
  );
  return rounded(best ** 2);
}

/** As `passageConfidence`, and never above what the whole scope's vocabulary allows. */
export function searchConfidence(passageShare: number, scopeCoverage: number): number {
  return rounded(Math.min(passageShare, scopeCoverage ** 2));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
