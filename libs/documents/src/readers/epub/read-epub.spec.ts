import { bookOf, xml } from '../../../test/archives.js';
import type { Extraction } from '../../ports.js';
import { DEFAULT_LIMITS } from '../extraction-limits.js';
import { readEpub } from './read-epub.js';

const read = (chapters: Record<string, string>, parts: Record<string, string> = {}): Extraction =>
  readEpub(bookOf(chapters, parts), DEFAULT_LIMITS);
const shown = ({ blocks }: Extraction): string[] => blocks.map(({ kind, text }) => `${kind}: ${text}`);
const navigation = (...items: [link: string, title: string][]): Record<string, string> => ({
  'OPS/nav.xhtml': `<html><body><nav epub:type="toc"><ol>${items
    .map(([link, title]) => `<li><a href="${link}">${title}</a></li>`)
    .join('')}</ol></nav></body></html>`,
});

describe('an e-book', () => {
  it('is read in the order of its spine, without pages', () => {
    const extraction = read({
      'z.xhtml': '<h1>One</h1><p>First.</p>',
      'a.xhtml': '<h1>Two</h1><p>Second.</p>',
    });

    expect(shown(extraction)).toEqual([
      'heading: One',
      'paragraph: First.',
      'heading: Two',
      'paragraph: Second.',
    ]);
    expect(extraction).toMatchObject({ title: 'A Book', pageCount: null, warnings: [] });
    expect(extraction.blocks.every(({ page }) => page === null)).toBe(true);
  });

  it('gives chapters without a heading the title that the navigation has for them', () => {
    const extraction = read(
      { 'a.xhtml': '<p>It was dark.</p>', 'b%20c.xhtml': '<p>It was light.</p>' },
      {
        ...navigation(['a.xhtml', 'Night'], ['b%20c.xhtml#start', 'Day']),
        'OPS/b c.xhtml': '<p>It was light.</p>',
      },
    );

    expect(shown(extraction)).toEqual([
      'heading: Night',
      'paragraph: It was dark.',
      'heading: Day',
      'paragraph: It was light.',
    ]);
  });

  it('takes titles from the older kind of navigation too', () => {
    const opf = xml(
      'package',
      '<manifest><item id="c" href="a.xhtml" media-type="application/xhtml+xml"/>' +
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine toc="ncx"><itemref idref="c"/></spine>',
    );
    const ncx = xml(
      'ncx',
      '<navMap><navPoint><navLabel><text>Night</text></navLabel><content src="a.xhtml"/></navPoint></navMap>',
    );
    const extraction = read(
      { 'a.xhtml': '<p>It was dark.</p>' },
      { 'OPS/book.opf': opf, 'OPS/toc.ncx': ncx },
    );

    expect(shown(extraction)).toEqual(['heading: Night', 'paragraph: It was dark.']);
  });

  it('says a title once, and none for a chapter of pictures', () => {
    const extraction = read(
      {
        'cover.xhtml': '<img src="c.jpg"/>',
        'a.xhtml': '<h2>Night</h2><p>Dark.</p>',
        'b.xhtml': '<h1>Part two</h1>',
      },
      navigation(['cover.xhtml', 'Cover'], ['a.xhtml', 'NIGHT']),
    );

    expect(shown(extraction)).toEqual(['heading: Night', 'paragraph: Dark.', 'heading: Part two']);
  });

  it('is read without titles, with a warning, when its navigation is missing', () => {
    const opf = xml(
      'package',
      '<manifest><item id="c" href="a.xhtml" media-type="application/xhtml+xml"/>' +
        '<item id="nav" href="gone.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine><itemref idref="c"/></spine>',
    );

    expect(read({ 'a.xhtml': '<p>Dark.</p>' }, { 'OPS/book.opf': opf }).warnings).toEqual([
      'The navigation of the e-book is damaged; chapters may lack titles.',
    ]);
  });

  const encryption = (part: string): Record<string, string> => ({
    'META-INF/encryption.xml': xml(
      'encryption',
      `<EncryptedData><CipherData><CipherReference URI="${part}"/></CipherData></EncryptedData>`,
    ),
  });

  it('with copy protection is refused, but not one whose fonts alone are obfuscated', () => {
    const chapters = { 'a.xhtml': '<p>Dark.</p>' };

    expect(() => read(chapters, encryption('OPS/a.xhtml'))).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_ENCRYPTED' }) as Error,
    );
    expect(read(chapters, encryption('OPS/fonts/a.otf')).text).toBe('Dark.');
  });

  it('loses no other chapter to one whose markup never ends', () => {
    const chapters = { 'a.xhtml': '', 'b.xhtml': '<p>Light.</p>' };

    expect(read(chapters, { 'OPS/a.xhtml': '<!-- <html><body>Dark.' }).text).toBe('Light.');
  });

  it('with more chapters than allowed is refused', () => {
    const book = bookOf({ 'a.xhtml': '<p>A</p>', 'b.xhtml': '<p>B</p>' });

    expect(() => readEpub(book, { ...DEFAULT_LIMITS, maximumPages: 1 })).toThrow(/2 chapters/);
  });
});
