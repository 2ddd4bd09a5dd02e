import type { Reading } from './reading.js';

/** One thing that a manifest says of a file. */
export interface Fact {
  readonly name: string;
  /** Throws, by `expect`, when the reader says otherwise. */
  readonly check: (reading: Reading) => void;
}

/** A file of the corpus and all that is known of it. */
export interface CorpusFile {
  /** Within the corpus. */
  readonly path: string;
  readonly facts: readonly Fact[];
}
