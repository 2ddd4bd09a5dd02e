import type { Extraction } from '../../ports.js';
import { DEFAULT_LIMITS } from '../extraction-limits.js';
import { readRtf } from './read-rtf.js';

const read = (body: string): Extraction =>
  readRtf(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`, 'latin1'), DEFAULT_LIMITS);
const shown = ({ blocks }: Extraction): string[] => blocks.map(({ kind, text }) => `${kind}: ${text}`);

describe('Rich Text', () => {
  it('gives paragraphs, whose line ends in the file say nothing', () => {
    expect(shown(read('Hello,\r\n {\\b wor}ld.\\par\\pard Bye\\line now.'))).toEqual([
      'paragraph: Hello, world.',
      'paragraph: Bye now.',
    ]);
  });

  it.each([
    ['hex escapes of the code page', "caf\\'e9", 'café'],
    ['bytes of the code page', 'caf\u00e9', 'café'],
    ['the fonts of other code pages', "{\\fonttbl{\\f1\\fcharset128 Gothic;}}\\f1\\'83\\'65", 'テ'],
    ['second bytes that are letters', "{\\fonttbl{\\f1\\fcharset128 Gothic;}}\\f1\\'83e", 'テ'],
    ['Unicode, passing over what stands for it', 'a\\u233?b', 'aéb'],
    ['Unicode with a longer replacement', "\\uc2\\u8364\\'80\\'81!", '€!'],
    ['Unicode without a replacement', '\\uc0\\u8364 x', '€x'],
    ['negative Unicode and pairs', '\\u-10188?\\u-8390?', '\u{1d33a}'],
    ['signs with a name', '\\ldblquote a\\emdash b\\rdblquote\\~\\{\\}\\\\', '“a—b” {}\\'],
  ])('reads %s', (_what, rtf, text) => {
    expect(read(rtf).text).toBe(text);
  });

  it('finds headings by outline level and by the names of styles', () => {
    const { blocks } = read(
      '{\\stylesheet{\\s0 Normal;}{\\s3\\b heading 2;}}\\pard\\outlinelevel0 Manual\\par\\pard\\s3 Safety\\par\\pard Wear gloves.\\par',
    );

    expect(blocks.at(-1)).toMatchObject({ text: 'Wear gloves.', headingPath: ['Manual', 'Safety'] });
  });

  it('indents the items of a list by their level, without the signs before them', () => {
    expect(
      read('Things\\par\\pard\\ls1{\\listtext\\bullet\\tab}Meters\\par\\ls1\\ilvl1 Flow\\par').text,
    ).toBe('Things\n\nMeters\n  Flow');
  });

  it('gives a row of a table a block, naming the columns of a header that repeats', () => {
    const row = (before: string, ...cells: string[]): string =>
      `\\trowd${before}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row `;

    expect(
      shown(read(`${row('\\trhdr', 'Item', 'Price')}${row('', 'Pen\\par blue', '2')}\\pard End\\par`)),
    ).toEqual(['table-row: Item: Pen blue; Price: 2', 'paragraph: End']);
    expect(shown(read(row('', 'a', 'b')))).toEqual(['table-row: a\tb']);
    expect(shown(read(row('\\trhdr', 'alone', 'here')))).toEqual(['table-row: alone\there']);
  });

  it('puts notes at the end, where their number points', () => {
    expect(
      shown(read('Safe{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} Since 2019.}.\\par So.\\par')),
    ).toEqual(['paragraph: Safe[1].', 'paragraph: So.', 'list-item: [1] Since 2019.']);
  });

  it('takes the title from what the file says of itself', () => {
    expect(read('{\\info{\\title Rules}{\\author Jo}}Text')).toMatchObject({ title: 'Rules', text: 'Text' });
  });

  it.each([
    ['hidden text', '{\\v secret}'],
    ['deleted text', '{\\deleted secret}'],
    ['pictures', '{\\pict\\pngblip 00112233}'],
    ['binary pictures', '{\\pict\\bin4 }{\\\\}'],
    ['groups that programs may pass over', '{\\*\\unheard secret}'],
    ['what stands around a page', '{\\header secret}{\\footerf secret}'],
    ['the instructions of fields', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt }}'],
  ])('leaves out %s', (_what, rtf) => {
    expect(read(`Before ${rtf}after`).text).toBe('Before after');
  });

  it('keeps what there is of a file that was cut short, and says so', () => {
    const { text, warnings } = readRtf(Buffer.from('{\\rtf1 Hello {\\b wor'), DEFAULT_LIMITS);

    expect({ text, warnings }).toEqual({
      text: 'Hello wor',
      warnings: ['The file ends early; its text is kept up to there.'],
    });
  });

  it('says when it does not know the code page', () => {
    expect(readRtf(Buffer.from('{\\rtf1\\pc Hello}'), DEFAULT_LIMITS).warnings).toEqual([
      'Code page 437 is not known; letters other than English may be wrong.',
    ]);
  });

  it('refuses groups nested beyond all measure', () => {
    expect(() => read('{'.repeat(100_000))).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_LIMIT' }) as Error,
    );
  });

  it('outlives closing groups that were never opened', () => {
    expect(readRtf(Buffer.from('{\\rtf1 a}}}} b'), DEFAULT_LIMITS).text).toBe('a b');
  });
});
