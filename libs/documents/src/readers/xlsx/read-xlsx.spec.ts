import { workbookOf, xml } from '../../../test/archives.js';
import type { Extraction } from '../../ports.js';
import { DEFAULT_LIMITS } from '../extraction-limits.js';
import { readXlsx } from './read-xlsx.js';

const read = (content: string, parts: Record<string, string> = {}): Extraction =>
  readXlsx(workbookOf([{ name: 'Stock', content }], parts), DEFAULT_LIMITS);
const shown = ({ blocks }: Extraction): string[] => blocks.map(({ kind, text }) => `${kind}: ${text}`);

/** Rows of inline strings, from the first row on; null is a cell that is not there. */
const rows = (...texts: (string | null)[][]): string =>
  `<sheetData>${texts
    .map((cells) => `<row>${cells.map((text) => (text === null ? '<c/>' : inline(text))).join('')}</row>`)
    .join('')}</sheetData>`;
const inline = (text: string, at = ''): string => `<c ${at} t="inlineStr"><is><t>${text}</t></is></c>`;

describe('an Excel workbook', () => {
  it('gives each row as a block that names its columns, under the name of its sheet', () => {
    const extraction = read(rows(['Product', 'Price'], ['Flow meter', '890'], ['Valve', '45']));

    expect(shown(extraction)).toEqual([
      'heading: Stock',
      'table-row: Product: Flow meter; Price: 890',
      'table-row: Product: Valve; Price: 45',
    ]);
    expect(extraction.blocks.at(-1)?.headingPath).toEqual(['Stock']);
  });

  it('takes single cells above the table as its title and notes', () => {
    expect(shown(read(rows(['Prices of 2025'], [], ['Product', 'Price'], ['Valve', '45'])))).toEqual([
      'heading: Stock',
      'paragraph: Prices of 2025',
      'table-row: Product: Valve; Price: 45',
    ]);
  });

  it('reads only the cells that are there, however large the sheet is said to be', () => {
    const content =
      '<dimension ref="A1:XFD1048576"/><sheetData>' +
      `<row r="1">${inline('left', 'r="B1"')}</row><row r="1048576">${inline('right', 'r="XFD1048576"')}</row>` +
      '</sheetData>';

    expect(shown(read(content))).toEqual(['heading: Stock', 'paragraph: left', 'paragraph: right']);
  });

  it('repeats a cell that spans rows in each of them, and one that spans columns once', () => {
    const content =
      rows(['Region', 'City'], ['North', 'Kiel'], [null, 'Bremen'], ['All', null]) +
      '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A4:B4"/></mergeCells>';

    expect(shown(read(content)).slice(1)).toEqual([
      'table-row: Region: North; City: Kiel',
      'table-row: Region: North; City: Bremen',
      'table-row: Region: All',
    ]);
  });

  it('reads shared strings with their runs joined, without readings of Japanese characters', () => {
    const strings = xml(
      'sst',
      '<si><r><t>Flow </t></r><r><t>meter</t></r></si><si><t>東京</t><rPh><t>とうきょう</t></rPh></si><si><t>a_x000A_b</t></si>',
    );
    const content =
      '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row></sheetData>';

    expect(shown(read(content, { 'xl/sharedStrings.xml': strings }))).toContain(
      'table-row: Flow meter\t東京\ta b',
    );
  });

  it('shows numbers as their formats say: dates in ISO 8601, shares as percent', () => {
    const styles = xml(
      'styleSheet',
      '<numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy h:mm"/></numFmts>' +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs>',
    );
    const cells = ['0.30000000000000004', '45000', '45000.5', '0.125', '0.75', '1.5'].map(
      (value, style) => `<c s="${style}"><v>${value}</v></c>`,
    );

    expect(
      shown(read(`<sheetData><row>${cells.join('')}</row></sheetData>`, { 'xl/styles.xml': styles })),
    ).toContain('table-row: 0.3\t2023-03-15\t2023-03-15T12:00:00\t12.5%\t18:00:00\t36:00:00');
  });

  it('counts days from 1904 where the workbook does', () => {
    const workbook = xml(
      'workbook',
      '<workbookPr date1904="1"/><sheets><sheet name="Stock" sheetId="1" r:id="rId1"/></sheets>',
    );
    const styles = xml('styleSheet', '<cellXfs><xf numFmtId="14"/></cellXfs>');
    const content = '<sheetData><row><c s="0"><v>1</v></c></row></sheetData>';

    expect(shown(read(content, { 'xl/workbook.xml': workbook, 'xl/styles.xml': styles }))).toContain(
      'table-row: 1904-01-02',
    );
  });

  it('shows truth values and errors as the program does, and formulas by the result they were stored with', () => {
    const content =
      '<sheetData><row><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c><c t="str"><f>A1&amp;B1</f><v>ab</v></c><c><f>1+1</f><v>2</v></c></row></sheetData>';

    expect(shown(read(content))).toContain('table-row: TRUE\t#DIV/0!\tab\t2');
  });

  it('says how many formulas have no result', () => {
    const { warnings } = read(`<sheetData><row><c><f>1+1</f></c>${inline('x')}</row></sheetData>`);

    expect(warnings).toEqual(['1 formulas have no stored result and were left out.']);
  });

  it('leaves hidden sheets out and names them', () => {
    const workbook = workbookOf([
      { content: rows(['Shown']) },
      { name: 'Salaries', state: 'veryHidden', content: rows(['Secret']) },
    ]);
    const extraction = readXlsx(workbook, DEFAULT_LIMITS);

    expect(extraction.text).not.toContain('Secret');
    expect(extraction.warnings).toEqual(['Hidden sheets were left out: Salaries.']);
  });

  it('counts the rows of all sheets together', () => {
    const workbook = workbookOf([
      { content: rows(['a', '1'], ['b', '2']) },
      { content: rows(['c', '3'], ['d', '4']) },
    ]);

    expect(() => readXlsx(workbook, { ...DEFAULT_LIMITS, maximumRows: 3 })).toThrow(/more than/);
    expect(readXlsx(workbook, { ...DEFAULT_LIMITS, maximumRows: 4 }).blocks).toHaveLength(6);
  });

  it.each([
    ['a cell beyond any sheet', `<sheetData><row><c r="ZZZ1"><v>1</v></c></row></sheetData>`],
    ['a row number that is none', '<sheetData><row r="0"><c><v>1</v></c></row></sheetData>'],
    ['a merged range that is none', '<sheetData/><mergeCells><mergeCell ref="everything"/></mergeCells>'],
  ])('refuses %s', (_what, content) => {
    expect(() => read(content)).toThrow(expect.objectContaining({ code: 'DOCUMENT_BROKEN' }) as Error);
  });
});
