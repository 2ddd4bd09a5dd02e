import type { Block, Extraction } from '../ports.js';
import { sentences, trimmed, wholeCharacter } from '../text/sentences.js';
import type { Range } from '../text/sentences.js';
import { countTokens } from './count-tokens.js';

/** What chunks are packed from: a sentence, a row, a heading; never more tokens than a chunk may have. */
export interface Piece extends Range {
  readonly tokens: number;
  readonly block: Block;
}

/** The pieces of a document in order; together they hold every character that is not white space. */
export function* piecesOf(extraction: Extraction, maximumTokens: number): Generator<Piece> {
  for (const block of extraction.blocks) {
    for (const range of wholesOf(block, extraction.text)) {
      yield* fitting(extraction.text, range, block, maximumTokens);
    }
  }
}

function wholesOf(block: Block, text: string): readonly Range[] {
  switch (block.kind) {
    case 'paragraph':
    case 'list-item':
    case 'quote':
      return sentences(text, block.start, block.end);
    case 'code':
      return lines(text, block.start, block.end);
    case 'heading':
    case 'table':
    case 'table-row':
      return [{ start: block.start, end: block.end }];
  }
}

function lines(text: string, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  let from = start;
  while (from < end) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 || newline > end ? end : newline;
    const range = trimmed(text, from, to);
    if (range !== null) ranges.push(range);
    from = to + 1;
  }
  return ranges;
}

/** Halves a range, at white space where there is some, until each part fits. */
function* fitting(text: string, range: Range, block: Block, maximumTokens: number): Generator<Piece> {
  const tokens = countTokens(text.slice(range.start, range.end));
  const middle = cutPoint(text, range);
  if (tokens <= maximumTokens || middle === null) {
    yield { ...range, tokens, block };
    return;
  }
  for (const half of [trimmed(text, range.start, middle), trimmed(text, middle, range.end)]) {
    if (half !== null) yield* fitting(text, half, block, maximumTokens);
  }
}

function cutPoint(text: string, { start, end }: Range): number | null {
  const middle = wholeCharacter(text, start + Math.floor((end - start) / 2));
  if (middle <= start) return null;
  for (let distance = 0; distance < (end - start) / 4; distance += 1) {
    if (/\s/.test(text.charAt(middle - distance))) return middle - distance;
    if (/\s/.test(text.charAt(middle + distance))) return middle + distance;
  }
  return middle;
}
