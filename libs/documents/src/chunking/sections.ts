import type { ChunkSettings } from './chunk-settings.js';
import type { Piece } from './pieces.js';

/** Runs of pieces that no chunk spans, unless it would be too short otherwise. */
export function* sectionsOf(
  pieces: Iterable<Piece>,
  strategy: ChunkSettings['strategy'],
): Generator<readonly Piece[]> {
  const opens = OPENS[strategy];
  let section: Piece[] = [];
  for (const piece of pieces) {
    const previous = section.at(-1);
    if (previous !== undefined && opens(piece, previous)) {
      yield section;
      section = [];
    }
    section.push(piece);
  }
  if (section.length > 0) yield section;
}

type Opens = (piece: Piece, previous: Piece) => boolean;

/** At every heading that follows text. */
const atHeadings: Opens = ({ block }, previous) =>
  block.kind === 'heading' && previous.block.kind !== 'heading';

const OPENS: Readonly<Record<ChunkSettings['strategy'], Opens>> = {
  headings: atHeadings,
  sentences: atHeadings,
  pages: ({ block }, previous) => block.page !== previous.block.page,
  tokens: () => false,
};
