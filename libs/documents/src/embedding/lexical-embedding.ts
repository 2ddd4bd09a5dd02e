import { terms } from '../text/terms.js';
import { unitVector } from './unit-vector.js';

export const LEXICAL_DIMENSIONS = 1024;

/** The label says what it is: words that match, no understanding of meaning. */
export function lexicalModel(dimensions: number): string {
  return `lexical-${dimensions}`;
}

/** Pairs of neighbouring words count less than the words themselves. */
const PAIR_WEIGHT = 0.5;

/**
 * A vector of a text's words for use without a model: terms and pairs of terms, weighted `1 + ln(count)`, each
 * added at two places with a sign of its own (feature hashing: Weinberger et al., ICML 2009; two places make
 * collisions rarely total), scaled to length 1. The same text always gives the same vector.
 */
export function embedLexically(text: string, dimensions: number = LEXICAL_DIMENSIONS): Float32Array {
  const vector = new Float32Array(dimensions);
  const found = terms(text);
  const pairs = found.slice(1).map((term, index) => `${found[index]} ${term}`);
  addCounts(vector, found, 1);
  addCounts(vector, pairs, PAIR_WEIGHT);
  return unitVector(vector);
}

function addCounts(vector: Float32Array, features: readonly string[], scale: number): void {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  for (const [feature, count] of counts) {
    const weight = scale * (1 + Math.log(count));
    for (const seed of [0x811c9dc5, 0x01234567]) {
      const hash = mix(feature, seed);
      const place = (hash >>> 1) % vector.length;
      vector[place] = (vector[place] ?? 0) + ((hash & 1) === 0 ? weight : -weight);
    }
  }
}

/** FNV-1a over UTF-16 units, then the finaliser of MurmurHash3, for FNV's low bits alone are too regular. */
function mix(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
