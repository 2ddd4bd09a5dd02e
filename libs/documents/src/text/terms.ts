import { stem } from './stem.js';
import { STOP_WORDS } from './stop-words.js';
import { words } from './words.js';

/** Stems found last: most words of a text were in another one before, and finding a stem takes most of the time. */
const stems = new Map<string, string>();
const MOST_STEMS = 50_000;
/** A longer word is a view into its text, which it would keep in memory. */
const LONGEST_REMEMBERED = 12;

/** What a text is about, for matching: its words without stop words, reduced to their stems, in order. */
export function terms(text: string): string[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(rememberedStem);
}

function rememberedStem(word: string): string {
  if (word.length > LONGEST_REMEMBERED) return stem(word);
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const found = stem(word);
  stems.set(word, found);
  return found;
}
