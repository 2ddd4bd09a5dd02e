import fc from 'fast-check';
import type { Extraction } from '../ports.js';
import { readCsv } from './csv/read-csv.js';
import { DEFAULT_LIMITS } from './extraction-limits.js';
import { readHtml } from './html/read-html.js';
import { readMarkdown } from './markdown/read-markdown.js';
import { readText } from './text/read-text.js';

const LIMIT = DEFAULT_LIMITS.maximumCharacters;
const shown = ({ blocks }: Extraction): string[] => blocks.map(({ kind, text }) => `${kind}: ${text}`);

describe('plain text', () => {
  const read = (text: string): Extraction => readText(text, 'text/plain', LIMIT);

  it('joins lines that were broken to fit a width, and keeps short ones', () => {
    const text = [
      'Measurements are kept for seven years, unless a shorter time is',
      'agreed with the customer.',
      '',
      'Larkfield Instruments',
      'Bremen',
    ].join('\n');

    expect(shown(read(text))).toEqual([
      'paragraph: Measurements are kept for seven years, unless a shorter time is agreed with the customer.',
      'paragraph: Larkfield Instruments',
      'paragraph: Bremen',
    ]);
  });

  it('takes underlined lines and lines in capitals as headings', () => {
    const { blocks } = read('Manual\n======\n\nSAFETY\n\nWear gloves.');

    expect(blocks.at(-1)?.headingPath).toEqual(['Manual', 'SAFETY']);
  });

  it('keeps list items apart', () => {
    expect(
      shown(read('- one thing that is long enough to look like a wrapped line of text\n- another')),
    ).toEqual([
      'list-item: - one thing that is long enough to look like a wrapped line of text',
      'list-item: - another',
    ]);
  });
});

describe('Markdown', () => {
  const read = (text: string): Extraction => readMarkdown(text, LIMIT);

  it('gives the text a reader would see', () => {
    expect(shown(read('See **the** [handbook](https://x.example) &amp; `npm start`.'))).toEqual([
      'paragraph: See the handbook & npm start.',
    ]);
  });

  it('names the columns in every row of a table', () => {
    expect(shown(read('| Item | Price |\n|---|---|\n| Pen | 2 |\n| Ink | |'))).toEqual([
      'table-row: Item: Pen; Price: 2',
      'table-row: Item: Ink',
    ]);
  });

  it('keeps code as it is written, and quotes and lists by kind', () => {
    expect(shown(read('```\nif (a)\n  b();\n```\n\n> So be it.\n\n1. First\n   - Inner'))).toEqual([
      'code: if (a)\n  b();',
      'quote: So be it.',
      'list-item: First',
      'list-item: Inner',
    ]);
  });

  it('takes the title from the front matter and leaves the rest of it out', () => {
    const { title, text } = read('---\ntitle: "Rules"\ndraft: true\n---\nText.');

    expect({ title, text }).toEqual({ title: 'Rules', text: 'Text.' });
  });
});

describe('HTML', () => {
  const read = (html: string): Extraction => readHtml(html, LIMIT);

  it('leaves out menus, scripts and what is hidden', () => {
    const html = `<body><nav>Home</nav><script>alert(1)</script><p hidden>No</p><p>Yes,<br>this.</p></body>`;

    expect(shown(read(html))).toEqual(['paragraph: Yes, this.']);
  });

  it('reads the article of a page, not what stands around it', () => {
    const paragraph = `<p>${'The committee met on Tuesday, and after a long debate it agreed on the plan. '.repeat(4)}</p>`;
    const menu = `<div class="sidebar"><ul>${'<li><a href="/x">Another story</a></li>'.repeat(30)}</ul></div>`;
    const { text } = read(
      `<html><body>${menu}<article><h1>The plan</h1>${paragraph.repeat(6)}</article></body></html>`,
    );

    expect(text).toContain('The committee met on Tuesday');
    expect(text).not.toContain('Another story');
  });

  it('falls back to the whole page when it is no article', () => {
    const html =
      '<body><h1>Prices</h1><table><tr><th>Item</th><th>Euro</th></tr><tr><td>Pen</td><td>2</td></tr></table></body>';

    expect(shown(read(html))).toEqual(['heading: Prices', 'table-row: Item: Pen; Euro: 2']);
  });

  it('walks a table that is there for the layout', () => {
    const html =
      '<table role="presentation"><tr><td><h2>Left</h2><p>A</p></td><td><p>B</p></td></tr></table>';

    expect(shown(read(html))).toEqual(['heading: Left', 'paragraph: A', 'paragraph: B']);
  });
});

describe('CSV', () => {
  const read = (text: string): Extraction => readCsv(text, 'text/csv', DEFAULT_LIMITS);

  it('finds the delimiter and names the columns in every row', () => {
    expect(shown(read('name;price\nPen;"2,50"\nInk;4'))).toEqual([
      'table-row: name: Pen; price: 2,50',
      'table-row: name: Ink; price: 4',
    ]);
  });

  it('obeys a first line that names the delimiter, as Excel does', () => {
    expect(shown(read('sep=|\na,b|c\n1,5|2'))).toEqual(['table-row: a,b: 1,5; c: 2']);
  });

  it('refuses a row of a million characters and more', () => {
    expect(() => read(`a,b\n${'abcd,'.repeat(300_000)}`)).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_LIMIT' }) as Error,
    );
  });

  it('keeps quotes and line ends within a cell', () => {
    expect(read('a,b\n1,"x ""y""\nz"').text).toBe('a: 1; b: x "y"\nz');
  });

  it('takes a first row with numbers as data', () => {
    expect(shown(read('1,2\n3,4'))).toEqual(['table-row: 1\t2', 'table-row: 3\t4']);
  });

  it('says when rows differ in length', () => {
    expect(read('a,b\n1,2\n3').warnings).toEqual(['1 rows have another number of columns than the first.']);
  });
});

describe('every reader', () => {
  const markup = fc
    .array(
      fc.constantFrom(
        '# ',
        '- ',
        '\n',
        '\n\n',
        '<p>',
        '</p>',
        '<td>',
        'word ',
        'x, y',
        '|',
        '`',
        '**',
        '"',
        'é',
        '\t',
      ),
    )
    .map((parts) => parts.join(''));

  it.each([
    ['text', (text: string) => readText(text, 'text/plain', LIMIT)],
    ['Markdown', (text: string) => readMarkdown(text, LIMIT)],
    ['HTML', (text: string) => readHtml(text, LIMIT)],
    ['CSV', (text: string) => readCsv(text, 'text/csv', DEFAULT_LIMITS)],
  ])('%s: blocks are exact slices, in order, and hold all that is not white space', (_name, read) => {
    fc.assert(
      fc.property(markup, (text) => {
        const extraction = attempt(() => read(text));
        if (extraction === null) return;
        let from = 0;
        for (const block of extraction.blocks) {
          expect(extraction.text.slice(block.start, block.end)).toBe(block.text);
          expect(extraction.text.slice(from, block.start).trim()).toBe('');
          from = block.end;
        }
        expect(from).toBe(extraction.text.length);
      }),
      { numRuns: 200 },
    );
  });
});

/** Null when there is no text in it, or a table that cannot be parsed: both are refused, as they should be. */
function attempt(read: () => Extraction): Extraction | null {
  try {
    return read();
  } catch (error) {
    expect((error as Error).message).toMatch(/no text|CSV|Quote|Record/i);
    return null;
  }
}
