import { trimmed, wholeCharacter } from '../text/sentences.js';
import type { Range } from '../text/sentences.js';

/** Parts of a range in order, without white space around them; none when it cannot be divided. */
export type Divide = (text: string, range: Range) => readonly Range[];

/** Divides behind every match; what matched stays with the part before it, as far as it is not white space. */
export function divideAfter(separator: RegExp): Divide {
  return (text, { start, end }) => {
    const parts: (Range | null)[] = [];
    let from = start;
    for (const { index, 0: found } of text.slice(start, end).matchAll(separator)) {
      const to = start + index + found.length;
      parts.push(trimmed(text, from, to));
      from = to;
    }
    parts.push(trimmed(text, from, end));
    return parts.filter((part) => part !== null);
  };
}

/** Divides in the middle, at white space where there is some near; none for a single character. */
export const halves: Divide = (text, range) => {
  const middle = cutPoint(text, range);
  if (middle === null) return [];
  return [trimmed(text, range.start, middle), trimmed(text, middle, range.end)].filter(
    (half) => half !== null,
  );
};

function cutPoint(text: string, { start, end }: Range): number | null {
  const middle = wholeCharacter(text, start + Math.floor((end - start) / 2));
  if (middle <= start) return null;
  for (let distance = 0; distance < (end - start) / 4; distance += 1) {
    if (/\s/.test(text.charAt(middle - distance))) return middle - distance;
    if (/\s/.test(text.charAt(middle + distance))) return middle + distance;
  }
  return middle;
}
