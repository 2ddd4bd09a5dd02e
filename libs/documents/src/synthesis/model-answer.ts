import type { Passage } from '../search/passage.js';
import { coverage, termWeights } from '../search/term-weights.js';
import { sentences } from '../text/sentences.js';
import { LONGEST_QUOTE, noAnswer } from './answer.js';
import type { Answer, Citation } from './answer.js';
import { MARK, citedStatements, numbersIn } from './cited-statements.js';
import type { CitedStatement } from './cited-statements.js';
import { saysNothing } from './model-prompt.js';
import { isSupported, sharedTerms } from './support.js';

/**
 * Turns what a model said into an answer: citations of passages that do not exist are dropped, the others
 * numbered in the order they appear and compared with what they are cited for. A reply that cites nothing cannot be
 * checked and counts as no answer.
 */
export function modelAnswer(
  question: string,
  reply: string,
  passages: readonly Passage[],
  confidence: number,
): Answer {
  if (saysNothing(reply)) return noAnswer(question, 0);
  const numbers = new Map<number, Passage>();
  const renumbered = new Map<number, number>();
  const answer = reply.replace(MARK, (mark) =>
    numbersIn(mark)
      .map((cited) => {
        const passage = passages[cited - 1];
        if (passage === undefined) return '';
        const number = renumbered.get(cited) ?? renumbered.size + 1;
        renumbered.set(cited, number);
        numbers.set(number, passage);
        return ` [${number}]`;
      })
      .join(''),
  );
  if (numbers.size === 0) return noAnswer(question, 0);
  const statements = citedStatements(answer);
  const passagesOf = (statement: CitedStatement): Passage[] =>
    statement.numbers.flatMap((number) => numbers.get(number) ?? []);
  const grounded = statements.filter((statement) => isSupported(statement.text, passagesOf(statement)));
  return {
    question,
    answer: answer.trim(),
    confidence,
    groundedness: Math.round((grounded.length / Math.max(1, statements.length)) * 1000) / 1000,
    citations: [...numbers].map(([number, passage]) =>
      cite(
        passage,
        number,
        statements.filter((statement) => statement.numbers.includes(number)),
      ),
    ),
  };
}

/** Points at the sentence of the passage that has most in common with what it is cited for first. */
function cite(passage: Passage, number: number, claims: readonly CitedStatement[]): Citation {
  const best = nearestSentence(passage, claims[0]?.text ?? '');
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
    supported: claims.some(({ text }) => sharedTerms(text, [passage]) > 0),
  };
}

function nearestSentence({ text }: Passage, claim: string): { readonly start: number; readonly end: number } {
  const weights = termWeights(claim, [text]);
  let best = { start: 0, end: text.length };
  let most = 0;
  for (const range of sentences(text, 0, text.length)) {
    const sentence = text.slice(range.start, range.end);
    const share = coverage(weights, sentence);
    if (share > most && !sentence.endsWith('?')) [best, most] = [range, share];
  }
  return best;
}
