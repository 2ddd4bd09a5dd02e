import type { Passage } from '../search/passage.js';
import { sentences } from '../text/sentences.js';
import { terms } from '../text/terms.js';

/** A sentence of a passage that could be part of an answer. */
export interface Statement {
  readonly text: string;
  /** Offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  readonly passage: Passage;
  /** The passage's place in the ranking, from 0. */
  readonly rank: number;
  readonly terms: readonly string[];
  /** Of the headings above it. */
  readonly headings: ReadonlySet<string>;
  /** Of the question it answers, when the document itself asks one. */
  readonly asked: ReadonlySet<string>;
}

const FEWEST_WORDS = 3;

/** The statements of the passages; a sentence that overlapping passages share comes once, from the best one. */
export function statementsOf(passages: readonly Passage[]): readonly Statement[] {
  const seen = new Set<string>();
  return passages.flatMap((passage, rank) =>
    ofPassage(passage, rank).filter(({ start }) => {
      const key = `${passage.documentId} ${start}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    }),
  );
}

function ofPassage(passage: Passage, rank: number): Statement[] {
  const headings = new Set(passage.headingPath);
  const aroundIt = new Set(terms(passage.headingPath.join(' ')));
  const statements: Statement[] = [];
  let asked: readonly string[] = [];
  for (const { start, end } of sentences(passage.text, 0, passage.text.length)) {
    const text = passage.text.slice(start, end);
    if (text.endsWith('?')) {
      asked = terms(text);
      continue;
    }
    if (headings.has(text) || looksLikeHeading(text)) {
      asked = [];
      continue;
    }
    statements.push({
      text,
      start: passage.start + start,
      end: passage.start + end,
      passage,
      rank,
      terms: terms(text),
      headings: aroundIt,
      asked: new Set(asked),
    });
  }
  return statements;
}

/** Too short to state anything, or a short line that ends like no sentence and names no figure. */
function looksLikeHeading(text: string): boolean {
  const count = text.split(/\s+/).length;
  return count < FEWEST_WORDS || (count < 8 && !/[.!:;)"”’]$/.test(text) && !/[\d:,;\t]/.test(text));
}
