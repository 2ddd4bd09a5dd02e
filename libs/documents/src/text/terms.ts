import { stem } from './stem.js';
import { STOP_WORDS } from './stop-words.js';
import { words } from './words.js';

/** What a text is about, for matching: its words without stop words, reduced to their stems, in order. */
export function terms(text: string): string[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
}
