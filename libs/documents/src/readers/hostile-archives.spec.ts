import {
  archiveOf,
  bookOf,
  links,
  openDocumentOf,
  presentationOf,
  shape,
  workbookOf,
} from '../../test/archives.js';
import type { Extraction } from '../ports.js';
import { readEpub } from './epub/read-epub.js';
import { DEFAULT_LIMITS } from './extraction-limits.js';
import type { ExtractionLimits } from './extraction-limits.js';
import { readOdt } from './odt/read-odt.js';
import { readPptx } from './pptx/read-pptx.js';
import { zipMediaType } from './detect/zip-type.js';
import { readXlsx } from './xlsx/read-xlsx.js';

const SHEET = '<sheetData><row><c t="inlineStr"><is><t>x</t></is></c></row></sheetData>';

interface Format {
  readonly name: string;
  readonly whole: (parts?: Record<string, string>) => Uint8Array;
  /** The part that holds the text. */
  readonly part: string;
  readonly read: (bytes: Uint8Array, limits: ExtractionLimits) => Extraction;
}

const FORMATS: readonly Format[] = [
  {
    name: 'a workbook',
    whole: (parts) => workbookOf([{ content: SHEET }], parts),
    part: 'xl/worksheets/sheet1.xml',
    read: readXlsx,
  },
  {
    name: 'a presentation',
    whole: (parts) => presentationOf([shape('title', ['x'])], parts),
    part: 'ppt/slides/slide1.xml',
    read: readPptx,
  },
  {
    name: 'an e-book',
    whole: (parts) => bookOf({ 'a.xhtml': '<p>x</p>' }, parts),
    part: 'OPS/a.xhtml',
    read: readEpub,
  },
  {
    name: 'an OpenDocument text',
    whole: (parts) => openDocumentOf('<text:p>x</text:p>', parts),
    part: 'content.xml',
    read: readOdt,
  },
];

const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;

describe.each(FORMATS)('$name made to do harm', ({ whole, part, read }) => {
  it('is read when it is none', () => {
    expect(read(whole(), DEFAULT_LIMITS).text).toContain('x');
  });

  it('is refused before it unpacks to more than allowed', () => {
    const bomb = whole({ [part]: ' '.repeat(5_000_000) });
    expect(bomb.byteLength).toBeLessThan(50_000);

    expect(() => read(bomb, { ...DEFAULT_LIMITS, maximumInflatedBytes: 1_000_000 })).toThrow(/once unpacked/);
  });

  it('is refused with more entries than allowed', () => {
    expect(() => read(whole(), { ...DEFAULT_LIMITS, maximumEntries: 1 })).toThrow(refusal('DOCUMENT_LIMIT'));
  });

  it('is refused with more text than allowed', () => {
    expect(() => read(whole(), { ...DEFAULT_LIMITS, maximumCharacters: 0 })).toThrow(
      refusal('DOCUMENT_LIMIT'),
    );
  });

  it.each([0.3, 0.6, 0.95])('is refused as broken when %d of it is left', (share) => {
    const bytes = whole();

    expect(() => read(bytes.subarray(0, bytes.length * share), DEFAULT_LIMITS)).toThrow(
      refusal('DOCUMENT_BROKEN'),
    );
  });
});

describe.each(FORMATS.filter(({ name }) => name !== 'an e-book'))(
  '$name with hostile XML',
  ({ whole, part, read }) => {
    it('never expands entities', () => {
      const lol = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>';

      expect(() => read(whole({ [part]: lol }), DEFAULT_LIMITS)).toThrow(refusal('DOCUMENT_BROKEN'));
    });

    it('is refused as broken when its text is no XML', () => {
      expect(() => read(whole({ [part]: '<a><b>' }), DEFAULT_LIMITS)).toThrow(refusal('DOCUMENT_BROKEN'));
    });
  },
);

describe('an e-book with hostile XHTML', () => {
  it('never expands entities', () => {
    const chapter =
      '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>x &b;</p></body></html>';

    expect(
      readEpub(bookOf({ 'a.xhtml': '' }, { 'OPS/a.xhtml': chapter }), DEFAULT_LIMITS).text,
    ).not.toContain('haha');
  });
});

describe('parts that are not what they are said to be', () => {
  it.each([
    [
      'a workbook whose sheet is missing',
      workbookOf([], {
        'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': links({ rId1: ['worksheet', 'worksheets/gone.xml'] }),
      }),
      readXlsx,
    ],
    [
      'a presentation whose slide is missing',
      presentationOf([], {
        'ppt/presentation.xml': '<p xmlns:r="r"><sldIdLst><sldId id="1" r:id="rId7"/></sldIdLst></p>',
      }),
      readPptx,
    ],
    [
      'a presentation that starts with its links',
      presentationOf([], { '_rels/.rels': links({ rId1: ['officeDocument', '_rels/.rels'] }) }),
      readPptx,
    ],
    [
      'an e-book that lists a chapter twice removed',
      bookOf(
        {},
        {
          'META-INF/container.xml':
            '<container><rootfiles><rootfile full-path="../book.opf"/></rootfiles></container>',
        },
      ),
      readEpub,
    ],
    [
      'an OpenDocument text without content',
      archiveOf({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      readOdt,
    ],
  ] as const)('%s is refused', (_what, bytes, read) => {
    expect(() => read(bytes, DEFAULT_LIMITS)).toThrow(
      expect.objectContaining({
        code: expect.stringMatching(/^DOCUMENT_(BROKEN|EMPTY)$/) as string,
      }) as Error,
    );
  });

  it('a slide whose notes are that slide again is read once, with its notes', () => {
    const slides = presentationOf([shape('body', ['Round and round'])], {
      'ppt/slides/_rels/slide1.xml.rels': links({ rId1: ['notesSlide', 'slide1.xml'] }),
    });

    expect(readPptx(slides, DEFAULT_LIMITS).blocks.map(({ text }) => text)).toEqual([
      'Slide 1',
      'Round and round',
      'Speaker notes',
      'Round and round',
    ]);
  });

  it('a row of ten million columns is no row', () => {
    const cells = `<sheetData><row><c r="A10000000"><v>1</v></c></row></sheetData>`;

    expect(() => readXlsx(workbookOf([{ content: cells }]), DEFAULT_LIMITS)).toThrow(
      refusal('DOCUMENT_BROKEN'),
    );
  });
});

describe('finding what an archive is', () => {
  const detect = (bytes: Uint8Array): string => zipMediaType(bytes, DEFAULT_LIMITS);

  it.each(FORMATS)('$name is known by its content', ({ whole, read }) => {
    expect(detect(whole())).toBe(read(whole(), DEFAULT_LIMITS).mediaType);
  });

  it.each([
    ['a binary workbook', { '[Content_Types].xml': '', 'xl/workbook.bin': '' }, /XLSB/],
    [
      'an OpenDocument spreadsheet',
      { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' },
      /OpenDocument spreadsheet/,
    ],
    ['an archive of archives', { 'a.zip': 'PK' }, /ZIP archive/],
  ])('%s is refused by name', (_what, parts, message) => {
    expect(() => detect(archiveOf(parts))).toThrow(message);
  });
});
