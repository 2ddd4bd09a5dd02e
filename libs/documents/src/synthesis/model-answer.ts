import type { Passage } from '../search/passage.js';
import { coverage, termWeights } from '../search/term-weights.js';
import { sentences } from '../text/sentences.js';
import { LONGEST_QUOTE, noAnswer } from './answer.js';
import type { Answer, Citation } from './answer.js';
import { NO_ANSWER } from './model-prompt.js';

const CITATION = /\s*\[(\d{1,4}(?:\s*,\s*\d{1,4})*)\]/g;

/**
 * Turns what a model said into an answer: citations of passages that do not exist are dropped, the others
 * numbered in the order they appear. A reply that cites nothing cannot be checked and counts as no answer.
 */
export function modelAnswer(
  question: string,
  reply: string,
  passages: readonly Passage[],
  confidence: number,
): Answer {
  if (reply.trim() === '' || reply.includes(NO_ANSWER)) return noAnswer(question, 0);
  const numbers = new Map<number, number>();
  const claims = new Map<number, string>();
  let from = 0;
  const answer = reply.replace(CITATION, (_all, list: string, offset: number) => {
    const cited = list
      .split(',')
      .map((text) => Number(text))
      .filter((number) => number >= 1 && number <= passages.length);
    const claim = reply.slice(from, offset);
    if (claim.trim() !== '') from = offset;
    return cited
      .map((number) => {
        if (!numbers.has(number)) numbers.set(number, numbers.size + 1);
        if (!claims.has(number)) claims.set(number, claim.replace(CITATION, ''));
        return ` [${numbers.get(number)}]`;
      })
      .join('');
  });
  if (numbers.size === 0) return noAnswer(question, 0);
  const citations = [...numbers].flatMap(([passage, number]) => {
    const source = passages[passage - 1];
    return source ? [cite(source, number, claims.get(passage) ?? '')] : [];
  });
  return { question, answer: answer.trim(), confidence, citations };
}

/** Points at the sentence of the passage that has most in common with the claim it is cited for. */
function cite(passage: Passage, number: number, claim: string): Citation {
  const weights = termWeights(claim, [passage.text]);
  let best = { start: 0, end: passage.text.length };
  let most = 0;
  for (const range of sentences(passage.text, 0, passage.text.length)) {
    const sentence = passage.text.slice(range.start, range.end);
    const share = coverage(weights, sentence);
    if (share > most && !sentence.endsWith('?')) [best, most] = [range, share];
  }
  const { documentId, documentName, page, headingPath } = passage;
  return {
    number,
    documentId,
    documentName,
    page,
    headingPath,
    start: passage.start + best.start,
    end: passage.start + best.end,
    quote: passage.text.slice(best.start, best.end).slice(0, LONGEST_QUOTE),
  };
}
