import { elementsOf, parseXml, textOf } from './element.js';

const parse = (text: string): ReturnType<typeof parseXml> => parseXml(Buffer.from(text), 'part.xml');
const broken = expect.objectContaining({ code: 'DOCUMENT_BROKEN' }) as Error;

describe('XML parts', () => {
  it('are read without prefixes, with sections of plain characters', () => {
    const root = parse('<w:a xmlns:w="x"><w:b c="1">&lt;x&gt; <![CDATA[&y;]]></w:b></w:a>');

    expect(elementsOf(root)).toMatchObject([{ name: 'b', attributes: { c: '1' } }]);
    expect(textOf(root)).toBe('<x> &y;');
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>é</a>')],
    ['UTF-16', Buffer.from('\ufeff<a>é</a>', 'utf16le')],
    ['big-endian UTF-16', Buffer.from('\ufeff<a>é</a>', 'utf16le').swap16()],
  ])('are read in %s', (_encoding, bytes) => {
    expect(textOf(parseXml(bytes, 'part.xml'))).toBe('é');
  });

  it('never expand entities that they declare', () => {
    const lol = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">';

    expect(() => parse(`<!DOCTYPE x [${lol}]><x>&c;</x>`)).toThrow(broken);
  });

  it('never fetch what they name', () => {
    expect(() => parse('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>')).toThrow(broken);
  });

  it.each(['', 'no XML at all', '<a><b></a>', '<a>', '<a/><b/>'])(
    'that are not well formed are refused: %j',
    (text) => {
      expect(() => parse(text)).toThrow(broken);
    },
  );
});
