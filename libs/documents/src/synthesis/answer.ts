/** Where a statement of an answer stands in the documents. `quote` is an exact slice of the document's text, cut at 300. */
export type Citation = {
  /** As in the answer's text: `[1]`. */
  readonly number: number;
  readonly documentId: string;
  readonly documentName: string;
  readonly page: number | null;
  readonly headingPath: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Whether what it is cited for has any word in common with the passage. */
  readonly supported: boolean;
};

/** An answer in plain text with `[n]` marks, and what each mark points at. */
export type Answer = {
  readonly question: string;
  readonly answer: string;
  /** 0 to 1, see `passageConfidence`. */
  readonly confidence: number;
  /** The share of its sentences that rest on the passages they cite, see `isSupported`; 1 when it states nothing. */
  readonly groundedness: number;
  readonly citations: readonly Citation[];
};

export const LONGEST_QUOTE = 300;

/** What is said when the documents hold no answer; it cites nothing. */
export function noAnswer(question: string, confidence: number): Answer {
  return {
    question,
    answer: 'The documents do not hold an answer to this question.',
    confidence,
    groundedness: 1,
    citations: [],
  };
}
