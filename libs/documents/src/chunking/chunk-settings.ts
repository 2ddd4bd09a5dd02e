import { readerVersion } from '../readers/reader-version.js';

/** Where chunks end: the ways to choose from, the usual one first. */
export const CHUNK_STRATEGIES = ['headings', 'tokens', 'sentences', 'pages'] as const;

/** How documents are cut. `size`, `overlap` and `minimum` count tokens. */
export interface ChunkSettings {
  /**
   * `headings`: no chunk spans two sections. `tokens`: chunks run on across headings. `sentences`: each sentence by
   * itself. `pages`: no chunk spans two pages.
   */
  readonly strategy: (typeof CHUNK_STRATEGIES)[number];
  readonly size: number;
  /** How much of a chunk's end the next one repeats, in whole sentences. */
  readonly overlap: number;
  /** A shorter chunk is joined with one beside it, also across headings and pages, unless that gets too long. */
  readonly minimum: number;
}

/** Raised whenever the same settings would cut differently. */
const CHUNKER_VERSION = '2';

/**
 * Names a chunk set: the same name for the same document means the same chunks. It names the readers too,
 * since chunks point into the text they made.
 */
export function chunkerName({ strategy, size, overlap, minimum }: ChunkSettings): string {
  return `${strategy}-${size}-${overlap}-${minimum}.c${CHUNKER_VERSION}.r${readerVersion}`;
}
