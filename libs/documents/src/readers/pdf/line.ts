/** A line of text on a page; lengths in points, `y` grows downwards. */
export interface Line {
  /** Cells of a table row have tabs between them. */
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Size of most of its letters. */
  readonly size: number;
  /** Parts with wide gaps between them: a row of a table has several. */
  readonly cells: number;
}

/** Of pdf.js' text items, what the reader looks at. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
}

type Matrix = readonly number[];

/** A gap wider than this many letter heights separates cells. */
const CELL_GAP = 1.6;
/** Baselines of one line differ by less than this many letter heights, but for raised letters. */
const SAME_BASELINE = 0.2;

/** Cuts a page's text items, in the order they were drawn, into lines. `toPage` maps text space to the upright page. */
export function linesOf(items: readonly TextItem[], toPage: Matrix, page: number): Line[] {
  const lines: Line[] = [];
  let open: PlacedItem[] = [];
  const close = (): void => {
    const line = joinItems(open, page);
    if (line !== null) lines.push(line);
    open = [];
  };
  for (const item of items) {
    if (item.str !== '') {
      const placed = place(item, toPage);
      if (leavesLine(placed, open.at(-1))) close();
      open.push(placed);
    }
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

/** Raised and lowered letters stay within a letter's height of the line, and go on where it ends. */
function leavesLine(item: PlacedItem, previous: PlacedItem | undefined): boolean {
  if (previous === undefined) return false;
  const size = Math.min(item.size, previous.size);
  const moved = Math.abs(item.y - previous.y);
  return moved > size || (moved > size * SAME_BASELINE && item.x <= previous.x);
}

interface PlacedItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

function place(item: TextItem, toPage: Matrix): PlacedItem {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform;
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = toPage;
  return {
    text: item.str,
    x: ta * e + tc * f + te,
    y: tb * e + td * f + tf,
    width: item.width,
    size: Math.hypot(c, d) || Math.hypot(a, b),
  };
}

function joinItems(items: readonly PlacedItem[], page: number): Line | null {
  const filled = items.filter((item) => item.text.trim() !== '');
  const [first] = filled;
  if (!first) return null;
  let text = '';
  let cells = 1;
  let right = first.x;
  for (const item of filled) {
    const gap = item.x - right;
    if (text !== '') {
      const wide = gap > item.size * CELL_GAP;
      const spaced = spaceBefore(items, item);
      if (wide) cells += 1;
      text += wide ? '\t' : spaced ? ' ' : '';
    }
    text += item.text;
    right = Math.max(right, item.x + item.width);
  }
  return {
    text: cleanText(text),
    page,
    left: Math.min(...filled.map((item) => item.x)),
    right,
    y: first.y,
    size: usualSize(filled),
    cells,
  };
}

/** pdf.js puts blank items where the writer left a space. */
function spaceBefore(items: readonly PlacedItem[], item: PlacedItem): boolean {
  const before = items[items.indexOf(item) - 1];
  return before !== undefined && before.text.trim() === '';
}

function usualSize(items: readonly PlacedItem[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of items) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** Ligatures as letters (U+FB00 to U+FB06), white space as single spaces, no control characters. */
function cleanText(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))

    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ ?\t ?/g, '\t')
    .trim();
}
