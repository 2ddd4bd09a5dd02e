import { embedLexically } from '../embedding/lexical-embedding.js';
import type { Passage } from './passage.js';

/**
 * Puts passages that repeat earlier ones further back: maximal marginal relevance (Carbonell and Goldstein, SIGIR
 * 1998). `diversity` is what being different counts, 0 to 1, beside the score; at 0 the order stays. Passages are
 * compared by the words they have in common, for that is how passages repeat each other, and needs no model.
 */
export function diversify(
  passages: readonly Passage[],
  diversity: number,
  limit: number,
): readonly Passage[] {
  if (diversity === 0) return passages.slice(0, limit);
  const best = Math.max(...passages.map(({ score }) => score)) || 1;
  const left = passages.map((passage) => ({ passage, vector: embedLexically(passage.text), likeness: 0 }));
  const chosen: Passage[] = [];
  while (chosen.length < limit && left.length > 0) {
    const worth = left.map(
      ({ passage, likeness }) => (1 - diversity) * (passage.score / best) - diversity * likeness,
    );
    const [next] = left.splice(worth.indexOf(Math.max(...worth)), 1);
    if (next === undefined) break;
    chosen.push(next.passage);
    for (const other of left) other.likeness = Math.max(other.likeness, cosine(next.vector, other.vector));
  }
  return chosen;
}

/** Of vectors of length 1. */
function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
