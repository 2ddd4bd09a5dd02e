import { passageConfidence } from '../search/confidence.js';
import type { Passage } from '../search/passage.js';
import { terms } from '../text/terms.js';
import { LONGEST_QUOTE, noAnswer } from './answer.js';
import type { Answer, Citation } from './answer.js';
import { chooseDiverse } from './diverse-choice.js';
import { scoreStatements } from './score-statements.js';
import { statementsOf } from './statements.js';
import type { Statement } from './statements.js';

export interface ExtractiveSettings {
  readonly maximumSentences: number;
  /** Below it the answer says that the documents hold none, and cites nothing. */
  readonly minimumConfidence: number;
}

/**
 * Answers with sentences of the passages, word for word, each with its citation; no model is asked. The same
 * question and passages always give the same answer. `confidence` is the search's own, when it is known.
 */
export function extractiveAnswer(
  question: string,
  passages: readonly Passage[],
  settings: ExtractiveSettings,
  confidence: number = passageConfidence(question, passages),
): Answer {
  if (confidence < settings.minimumConfidence) return noAnswer(question, confidence);
  const statements = statementsOf(passages);
  const chosen = chooseDiverse(
    statements.map((statement) => ({ terms: statement.terms, place: statement.passage.chunkId })),
    scoreStatements(question, statements),
    settings.maximumSentences,
    new Set(terms(question)),
  );
  const used = chosen.flatMap((index) => statements[index] ?? []);
  if (used.length === 0) return noAnswer(question, 0);
  return {
    question,
    answer: used.map((statement, index) => `${shown(statement.text)} [${index + 1}]`).join('\n'),
    confidence,
    groundedness: 1,
    citations: used.map((statement, index) => cite(statement, index + 1)),
  };
}

/** Without the mark of an answer in a list of questions, and on one line. */
function shown(text: string): string {
  return text.replace(/^A(nswer)?:\s+/, '').replace(/\s+/g, ' ');
}

function cite({ passage, start, end, text }: Statement, number: number): Citation {
  const { documentId, documentName, page, headingPath } = passage;
  return {
    number,
    documentId,
    documentName,
    page,
    headingPath,
    start,
    end,
    quote: text.slice(0, LONGEST_QUOTE),
    supported: true,
  };
}
