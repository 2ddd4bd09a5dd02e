import type { Passage } from '../search/passage.js';
import { passageContext } from '../search/passage.js';
import { terms } from '../text/terms.js';

/** A sentence rests on passages that hold at least this share of its terms. */
const SUPPORTED = 0.5;
const FIGURE = /\d+(?:[.,:]\d+)*/g;

/**
 * The share of a statement's terms that passages hold together, 0 to 1. It compares words, by their stems: a statement
 * in other words, or in another language, than the passages gets less than it deserves.
 */
export function sharedTerms(statement: string, passages: readonly Passage[]): number {
  const said = new Set(terms(statement));
  if (said.size === 0) return passages.length > 0 ? 1 : 0;
  const held = new Set(terms(passages.map(passageContext).join('\n')));
  return [...said].filter((term) => held.has(term)).length / said.size;
}

/** Whether passages hold half of a statement's terms and every figure in it: a wrong figure is wrong altogether. */
export function isSupported(statement: string, passages: readonly Passage[]): boolean {
  if (sharedTerms(statement, passages) < SUPPORTED) return false;
  const held = new Set(passages.map(passageContext).join('\n').match(FIGURE));
  return (statement.match(FIGURE) ?? []).every((figure) => held.has(figure));
}
