import { readerVersion } from '../readers/reader-version.js';

/** How documents are cut. `size` and `overlap` count tokens. */
export interface ChunkSettings {
  /** `headings`: no chunk spans two sections. `tokens`: chunks run on across headings. */
  readonly strategy: 'headings' | 'tokens';
  readonly size: number;
  /** How much of a chunk's end the next one repeats, in whole sentences. */
  readonly overlap: number;
}

/** Raised whenever the same settings would cut differently. */
const CHUNKER_VERSION = '1';

/**
 * Names a chunk set: the same name for the same document means the same chunks. It names the readers too,
 * since chunks point into the text they made.
 */
export function chunkerName({ strategy, size, overlap }: ChunkSettings): string {
  return `${strategy}-${size}-${overlap}.c${CHUNKER_VERSION}.r${readerVersion}`;
}
