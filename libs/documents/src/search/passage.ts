import type { StoredChunk } from '../ports.js';

/** A chunk found for a question, with what is needed to cite it. Plain JSON: it is kept as an artifact. */
export type Passage = {
  readonly chunkId: string;
  readonly documentId: string;
  readonly documentName: string;
  readonly text: string;
  readonly page: number | null;
  readonly headingPath: readonly string[];
  /** Offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** How it was found: a place in each ranking that has it. */
  readonly found?: readonly Finding[];
  /** The text it stands in, when that was asked for. */
  readonly surroundings?: Surroundings;
};

/** The place of a passage in one ranking. */
export type Finding = {
  readonly by: 'lexical' | 'vector';
  /** What was searched for: the question, or another way to put it. */
  readonly query: string;
  /** From 1. */
  readonly rank: number;
  /** For words the share of the best passage's BM25 score, for vectors the cosine. */
  readonly score: number;
};

/** Text around a passage and the passage itself, which stands at `passage.start - start` in it. */
export type Surroundings = {
  readonly text: string;
  /** Offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  /** False when the section is longer than what is given of it. */
  readonly whole: boolean;
};

/** What a search step leaves for the steps after it. */
export type PassagesArtifact = {
  readonly query: string;
  /** See `searchConfidence`. */
  readonly confidence: number;
  readonly passages: readonly Passage[];
};

export function toPassage(chunk: StoredChunk & { readonly documentName: string }, score: number): Passage {
  const { id, documentId, documentName, text, page, headingPath, start, end } = chunk;
  return { chunkId: id, documentId, documentName, text, page, headingPath, start, end, score };
}

/** What a passage says, with the headings it stands under, and with the text around it where there is some. */
export function passageContext({
  headingPath,
  text,
  surroundings,
}: Pick<Passage, 'headingPath' | 'text' | 'surroundings'>): string {
  return [...headingPath, surroundings?.text ?? text].join('\n');
}
