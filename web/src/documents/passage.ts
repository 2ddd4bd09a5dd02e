import type { ReadBlockFragment } from '../graphql/generated/graphql.js';

/** A range of a document's text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** How much of the document is shown before and after a passage, in UTF-16 units. */
export const AROUND = 1_500;

/** Cuts a block's text where a passage begins and ends in it. Offsets count in the whole document. */
export function piecesOf(
  block: Pick<ReadBlockFragment, 'text' | 'start' | 'end'>,
  range: TextRange | null,
): readonly Piece[] {
  if (!range || range.end <= block.start || range.start >= block.end)
    return [{ text: block.text, marked: false }];
  const from = Math.max(0, range.start - block.start);
  const to = Math.min(block.text.length, range.end - block.start);
  return [
    { text: block.text.slice(0, from), marked: false },
    { text: block.text.slice(from, to), marked: true },
    { text: block.text.slice(to), marked: false },
  ].filter(({ text }) => text !== '');
}

/** Where a passage stands, for people: `page 3 · Results › Error rates`. */
export function placeOf(place: {
  readonly page?: number | null;
  readonly headingPath?: readonly string[] | null;
}): string {
  const page = typeof place.page === 'number' ? [`page ${place.page}`] : [];
  const heading = place.headingPath?.length ? [place.headingPath.join(' › ')] : [];
  return [...page, ...heading].join(' · ');
}
