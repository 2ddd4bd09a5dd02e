import type { Block, BlockKind, Extraction } from '../ports.js';
import { sentences } from '../text/sentences.js';
import type { Range } from '../text/sentences.js';
import { countTokens } from './count-tokens.js';
import { divideAfter, halves } from './divide.js';
import type { Divide } from './divide.js';

/** What chunks are packed from: a sentence, a row, a heading; never more tokens than a chunk may have. */
export interface Piece extends Range {
  readonly tokens: number;
  readonly block: Block;
}

/** The pieces of a document in order; together they hold every character that is not white space. */
export function* piecesOf(extraction: Extraction, maximumTokens: number): Generator<Piece> {
  for (const block of extraction.blocks) {
    const { wholes, smaller } = CUTS[block.kind];
    for (const range of wholes(extraction.text, block)) {
      yield* fitting(extraction.text, range, block, maximumTokens, smaller);
    }
  }
}

/** How a kind of block is cut: into `wholes`, and those that are too long into ever smaller parts. */
interface Cuts {
  readonly wholes: Divide;
  readonly smaller: readonly Divide[];
}

const BLANK_LINE = /\n[^\S\n]*\n/g;
const LINE_END = /\n/g;
const CELL_END = /;\s|\t/g;

const prose: Cuts = { wholes: (text, { start, end }) => sentences(text, start, end), smaller: [halves] };
const code: Cuts = { wholes: divideAfter(BLANK_LINE), smaller: [divideAfter(LINE_END), halves] };
const whole: Divide = (_text, range) => [range];

const CUTS: Readonly<Record<BlockKind, Cuts>> = {
  paragraph: prose,
  'list-item': prose,
  quote: prose,
  code,
  heading: { wholes: whole, smaller: [halves] },
  'table-row': { wholes: whole, smaller: [divideAfter(CELL_END), halves] },
  table: { wholes: divideAfter(LINE_END), smaller: [divideAfter(CELL_END), halves] },
};

/** Divides what is too long, first by the first way and only then by the next; the last one again and again. */
function* fitting(
  text: string,
  { start, end }: Range,
  block: Block,
  maximumTokens: number,
  [divide, ...finer]: readonly Divide[],
): Generator<Piece> {
  const tokens = countTokens(text.slice(start, end));
  const parts = tokens <= maximumTokens ? [] : (divide?.(text, { start, end }) ?? []);
  if (parts.length === 0 || divide === undefined) {
    yield { start, end, tokens, block };
    return;
  }
  for (const part of parts) {
    yield* fitting(text, part, block, maximumTokens, finer.length > 0 ? finer : [divide]);
  }
}
