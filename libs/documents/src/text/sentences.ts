/** Start and end of a stretch of text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The segmenter is slower than linear on long texts, so it gets windows of at most this many characters. */
const WINDOW = 4_000;
const ABBREVIATION =
  /\b(e\.g|i\.e|etc|no|nr|art|dr|mr|mrs|ms|prof|vs|approx|ca|fig|sec|ch|inc|ltd|st|vol|pp|par|nos)\.\s*$/i;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences between two offsets, without the white space around them. A line's end always ends a sentence. */
export function sentences(text: string, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  let lineStart = start;
  while (lineStart < end) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline === -1 || newline > end ? end : newline;
    for (const window of windows(text, lineStart, lineEnd)) ranges.push(...segment(text, window));
    lineStart = lineEnd + 1;
  }
  return ranges;
}

function segment(text: string, window: Range): Range[] {
  const ranges: Range[] = [];
  let open: number | null = null;
  for (const { index, part } of parts(text.slice(window.start, window.end))) {
    const start: number = open ?? window.start + index;
    const end = window.start + index + part.length;
    if (ABBREVIATION.test(part) && end < window.end) {
      open = start;
      continue;
    }
    open = null;
    const range = trimmed(text, start, end);
    if (range !== null) ranges.push(range);
  }
  return ranges;
}

/** Unicode's rules (UAX 29) see no sentence end before a figure: `than before. 38 percent`. */
const BEFORE_FIGURE = /(?<=\p{Ll}{3}[.!?])\s+(?=\d)/u;

function* parts(line: string): Generator<{ readonly index: number; readonly part: string }> {
  for (const { index, segment: found } of segmenter.segment(line)) {
    let from = index;
    for (const part of found.split(BEFORE_FIGURE)) {
      const at = line.indexOf(part, from);
      yield { index: at, part };
      from = at + part.length;
    }
  }
}

/** Cuts a long line at white space near the window's end, or within a word when there is none. */
function* windows(text: string, start: number, end: number): Generator<Range> {
  let from = start;
  while (end - from > WINDOW) {
    const limit = from + WINDOW;
    const space = text.lastIndexOf(' ', limit);
    const to = space > from + WINDOW / 2 ? space : wholeCharacter(text, limit);
    yield { start: from, end: to };
    from = to;
  }
  yield { start: from, end };
}

/** The offset, or the one before when it would cut a surrogate pair in two. */
export function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

/** The range without white space at its ends; null when nothing is left. */
export function trimmed(text: string, start: number, end: number): Range | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}
