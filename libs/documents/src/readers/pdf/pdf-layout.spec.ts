import { headingLevels } from './headings.js';
import { lineJoiner } from './hyphenation.js';
import { linesOf } from './line.js';
import type { Line, TextItem } from './line.js';
import { outlineKey, outlineLevels } from './outline.js';
import { paragraphsOf } from './paragraphs.js';
import { inReadingOrder } from './reading-order.js';

/** A page of 800 points; text space counts from the bottom. */
const PAGE = [1, 0, 0, -1, 0, 800];

describe('lines of a page', () => {
  it('are put together from items, with ligatures as letters', () => {
    const [line] = linesOf([item('of', 10), item('\ufb01', 20), item('ce', 25, { hasEOL: true })], PAGE, 3);

    expect(line).toMatchObject({ text: 'office', page: 3, left: 10, y: 100, size: 10, cells: 1 });
  });

  it('have cells where the gaps are wide', () => {
    const [line] = linesOf([item('Revenue', 10, { width: 35 }), item('48.2', 200, { width: 20 })], PAGE, 1);

    expect(line).toMatchObject({ text: 'Revenue\t48.2', cells: 2 });
  });

  it('end where a line close below begins at the left again', () => {
    const close = linesOf([item('Title', 10, { width: 40 }), item('2.3', 10, { y: 697 })], PAGE, 1);

    expect(close.map(({ text }) => text)).toEqual(['Title', '2.3']);
  });

  it('end where the text leaves the line, but not for a raised letter', () => {
    const raised = linesOf([item('x', 10), item('2', 15, { y: 704, size: 6 })], PAGE, 1);
    const left = linesOf([item('one', 10), item('two', 10, { y: 680 })], PAGE, 1);

    expect(raised.map(({ text }) => text)).toEqual(['x2']);
    expect(left.map(({ text }) => text)).toEqual(['one', 'two']);
  });
});

describe('reading order', () => {
  it('keeps the order of drawing, columns included', () => {
    const columns = [
      line('left 1', 10, 100),
      line('left 2', 10, 115),
      line('right 1', 300, 100),
      line('right 2', 300, 115),
    ];

    expect(inReadingOrder(columns)).toEqual(columns);
  });

  it('goes from top to bottom when drawing jumps about', () => {
    const jumping = [700, 50, 600, 100, 500, 150, 400, 200, 300, 250, 260, 90].map((y) =>
      line(`${y}`, 10, y),
    );
    const sorted = inReadingOrder(jumping).map(({ y }) => y);

    expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
  });
});

describe('paragraphs', () => {
  const texts = (lines: readonly Line[]): string[][] =>
    paragraphsOf(lines, () => false).map((paragraph) => paragraph.lines.map(({ text }) => text));

  it('end where the distance grows, at the usual distance of the page', () => {
    const doubleSpaced = [100, 124, 148, 190, 214].map((y, index) =>
      line(`line ${index} of the text`, 10, y),
    );

    expect(texts(doubleSpaced).map(({ length }) => length)).toEqual([3, 2]);
  });

  it('go on in the next column in the middle of a sentence', () => {
    expect(
      texts([line('It starts in one', 10, 700), line('column and ends in the next.', 300, 100)]),
    ).toHaveLength(1);
  });

  it('keep rows of a table apart', () => {
    const rows = [
      line('Key\t2024\t2025', 10, 100, { cells: 3 }),
      line('Revenue\t43\t48', 10, 112, { cells: 3 }),
    ];

    expect(paragraphsOf(rows, () => false).map(({ kind }) => kind)).toEqual(['row', 'row']);
  });
});

describe('words broken at a line end', () => {
  const join = lineJoiner(['a well-known fact', 'x']);

  it.each([
    [['infor-', 'mation'], 'information'],
    [['a well-', 'known fact'], 'a well-known fact'],
    [['from 10-', '12'], 'from 10- 12'],
    [['North-', 'South'], 'North- South'],
    [['op\u00ad', 'tional\u00adhyphen'], 'optionalhyphen'],
  ])('%j become %j', (lines, text) => {
    expect(join(lines)).toBe(text);
  });
});

describe('headings', () => {
  const body = Array.from({ length: 20 }, (_, index) =>
    line('Plain text of the document', 10, 100 + index * 12),
  );

  it('are lines set larger than the text, the largest outermost', () => {
    const title = line('Annual Report', 10, 50, { size: 20 });
    const section = line('Orders', 10, 80, { size: 14 });
    const { level } = headingLevels([title, section, ...body], new Map());

    expect([title, section, body[0] as Line].map((each) => level(each, each.text))).toEqual([1, 2, null]);
  });

  it('are what the outline names, when the pages hold it', () => {
    const outline = outlineLevels([{ title: 'Orders', items: [{ title: 'By region', items: [] }] }]);
    const named = line('2.1 By Region', 10, 80);
    const { level } = headingLevels([line('2 Orders', 10, 60), named, ...body], outline);

    expect(level(named, named.text)).toBe(2);
    expect(outlineKey('2.3.59.3  (01-01-2000) Command  Codes')).toBe('command codes');
  });
});

function item(
  str: string,
  x: number,
  {
    y = 700,
    size = 10,
    width = 5,
    hasEOL = false,
  }: Partial<{ y: number; size: number; width: number; hasEOL: boolean }> = {},
): TextItem {
  return { str, transform: [size, 0, 0, size, x, y], width, hasEOL };
}

function line(text: string, left: number, y: number, other: Partial<Line> = {}): Line {
  return { text, page: 1, left, right: left + text.length * 5, y, size: 10, cells: 1, ...other };
}
