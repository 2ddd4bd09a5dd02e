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

/** What a passage says, with the headings it stands under. */
export function passageContext({ headingPath, text }: Pick<Passage, 'headingPath' | 'text'>): string {
  return [...headingPath, text].join('\n');
}
