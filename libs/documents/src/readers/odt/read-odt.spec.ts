import { openDocumentOf, xml } from '../../../test/archives.js';
import type { Extraction } from '../../ports.js';
import { DEFAULT_LIMITS } from '../extraction-limits.js';
import { readOdt } from './read-odt.js';

const read = (body: string, parts: Record<string, string> = {}): Extraction =>
  readOdt(openDocumentOf(body, parts), DEFAULT_LIMITS);
const shown = ({ blocks }: Extraction): string[] => blocks.map(({ kind, text }) => `${kind}: ${text}`);
const p = (text: string): string => `<text:p>${text}</text:p>`;

describe('an OpenDocument text', () => {
  it('gives paragraphs under their headings; the title is the outermost', () => {
    const { blocks } = read(
      '<text:p text:style-name="P1">Manual</text:p><text:h text:outline-level="2">Safety</text:h>' +
        p('Wear<text:s text:c="9"/>gloves,<text:line-break/><text:span>always</text:span>.'),
    );

    expect(blocks.at(-1)).toMatchObject({
      kind: 'paragraph',
      text: 'Wear gloves, always.',
      headingPath: ['Manual', 'Safety'],
    });
  });

  it('indents the items of a list by their level', () => {
    const item = (content: string): string => `<text:list-item>${content}</text:list-item>`;
    const list = (content: string): string => `<text:list>${content}</text:list>`;

    expect(read(p('Things') + list(item(p('Meters') + list(item(p('Flow')))))).text).toBe(
      'Things\n\nMeters\n  Flow',
    );
  });

  it('names the columns in every row of a table with a header, and fills cells that span rows', () => {
    const cell = (text: string, attributes = ''): string =>
      `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;
    const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
    const table =
      `<table:table><table:table-header-rows>${row(cell('Region'), cell('City'))}</table:table-header-rows>` +
      row(cell('North', 'table:number-rows-spanned="2"'), cell('Kiel')) +
      row('<table:covered-table-cell/>', cell('Bremen')) +
      row(cell('All', 'table:number-columns-spanned="2"'), '<table:covered-table-cell/>') +
      '</table:table>';

    expect(shown(read(table))).toEqual([
      'table-row: Region: North; City: Kiel',
      'table-row: Region: North; City: Bremen',
      'table-row: Region: All',
    ]);
  });

  it('does not make millions of cells of one that is said to repeat', () => {
    const table =
      '<table:table><table:table-row><table:table-cell table:number-columns-repeated="99999999"><text:p>x</text:p></table:table-cell></table:table-row></table:table>';

    expect(read(table).text.length).toBeLessThan(1_000);
  });

  it('puts notes at the end, where their number points', () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Since 2019.</text:p></text:note-body></text:note>';

    expect(shown(read(p(`It is safe${note}.`) + p('So there.')))).toEqual([
      'paragraph: It is safe[1].',
      'paragraph: So there.',
      'list-item: [1] Since 2019.',
    ]);
  });

  it('reads text boxes after the paragraph they float beside', () => {
    const box = `<draw:frame><draw:text-box>${p('Beside')}</draw:text-box></draw:frame>`;

    expect(shown(read(p(`Text${box} goes on`)))).toEqual(['paragraph: Text goes on', 'paragraph: Beside']);
  });

  it('leaves out comments, deleted text and the table of contents', () => {
    const body =
      `<text:tracked-changes><text:changed-region><text:deletion>${p('Deleted')}</text:deletion></text:changed-region></text:tracked-changes>` +
      `<text:table-of-content><text:index-body>${p('Safety 3')}</text:index-body></text:table-of-content>` +
      p(`Kept<office:annotation>${p('Comment')}</office:annotation>`);

    expect(shown(read(body))).toEqual(['paragraph: Kept']);
  });

  it('with a password is refused as protected', () => {
    const manifest = xml(
      'manifest:manifest',
      '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
    );

    expect(() => read('unreadable', { 'META-INF/manifest.xml': manifest, 'content.xml': 'x' })).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_ENCRYPTED' }) as Error,
    );
  });
});
