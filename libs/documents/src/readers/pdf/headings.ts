import type { Line } from './line.js';
import { outlineKey } from './outline.js';

/** Gives the level of a line (or of lines set like it) that is a heading, else null. */
export type HeadingLevel = (line: Line, text: string) => number | null;

const LARGER = 1.15;
const LONGEST = 200;
const MAXIMUM_LEVEL = 6;
/** An outline has to be found on the pages to be trusted over the sizes of letters. */
const OUTLINE_MATCHES = 3;

/** Headings are what the document's outline names; without one, short lines set larger than the body text. */
export function headingLevels(
  lines: readonly Line[],
  outline: ReadonlyMap<string, number>,
): { readonly level: HeadingLevel; readonly named: (line: Line) => boolean } {
  const named = (line: Line): boolean => outline.has(outlineKey(line.text));
  if (lines.filter(named).length >= Math.min(OUTLINE_MATCHES, Math.max(1, outline.size))) {
    return { level: (_line, text) => outline.get(outlineKey(text)) ?? null, named };
  }
  const sizes = headingSizes(lines);
  const level: HeadingLevel = (line, text) => {
    const rank = sizes.indexOf(line.size);
    if (rank === -1 || text.length > LONGEST || !/\p{L}{2}/u.test(text)) return null;
    return Math.min(rank + 1, MAXIMUM_LEVEL);
  };
  return { level, named: () => false };
}

/** Sizes clearly above that of most text, largest first. */
function headingSizes(lines: readonly Line[]): readonly number[] {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  if (letters.size === 0) return [];
  const body = [...letters].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  return [...letters.keys()].filter((size) => size >= body * LARGER).sort((a, b) => b - a);
}
