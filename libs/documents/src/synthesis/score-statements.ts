import { passageContext } from '../search/passage.js';
import { termWeights } from '../search/term-weights.js';
import type { Statement } from './statements.js';

/** BM25's saturation and length normalisation; sentences differ in length for good reasons, so it is weak. */
const K1 = 1.2;
const B = 0.4;

/** A term in the question that the document answers with the sentence counts this much of one in the sentence. */
const ASKED = 0.6;
/** A term in a heading above the sentence, when the sentence itself holds another and when it holds none. */
const HEADING = 0.5;
const HEADING_ALONE = 0.2;
/** How much less a sentence counts for each place its passage stands lower. */
const RANK = 0.06;
/** A question for a quantity is answered by a sentence with a figure of its own. */
const FIGURE = 1.4;
const ASKS_QUANTITY =
  /\b(how (many|much|long|often|soon|high|large|big|old|far|fast)|when|what (time|date|year|price|percentage|share|fee|amount)|cost|price|revenue|profit)\b/i;

/** Scores each statement as an answer to the question; none is negative. In the order given. */
export function scoreStatements(question: string, statements: readonly Statement[]): readonly number[] {
  const passages = [...new Set(statements.map((statement) => statement.passage))];
  const weights = termWeights(question, passages.map(passageContext));
  const mean = statements.reduce((sum, statement) => sum + statement.terms.length, 0) / statements.length;
  const quantity = ASKS_QUANTITY.test(question);
  return statements.map((statement) => {
    let score = 0;
    const heading = statement.terms.some((term) => weights.has(term)) ? HEADING : HEADING_ALONE;
    for (const [term, weight] of weights) {
      const count = statement.terms.filter((other) => other === term).length;
      const length = 1 - B + (B * statement.terms.length) / mean;
      if (count > 0) score += (weight * count * (K1 + 1)) / (count + K1 * length);
      else if (statement.asked.has(term)) score += weight * ASKED;
      else if (statement.headings.has(term)) score += weight * heading;
    }
    const figure = quantity && hasNewFigure(statement.text, question) ? FIGURE : 1;
    return (score * figure) / (1 + RANK * statement.rank);
  });
}

function hasNewFigure(text: string, question: string): boolean {
  const known = new Set(question.match(/\d+/g));
  return (text.match(/\d+/g) ?? []).some((figure) => !known.has(figure));
}
