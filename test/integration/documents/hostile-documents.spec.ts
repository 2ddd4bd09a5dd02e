import { extractDocument } from '#documents/readers';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Made to make a parser fail. */
const HOSTILE: readonly (readonly [what: string, name: string, bytes: Uint8Array, code: RegExp])[] = [
  ['quotes in quotes, 50,000 deep', 'a.md', utf8(`${'> '.repeat(50_000)}x`), /LIMIT|TIMEOUT/],
  ['elements in elements, 20,000 deep', 'a.html', utf8(`<html><body>${'<div>'.repeat(20_000)}`), /LIMIT/],
  ['a list that takes cubic time', 'a.md', utf8(stairs(3_000)), /TIMEOUT/],
  ['a page that draws itself 5^20 times', 'a.pdf', pdf(formsInForms(20)), /TIMEOUT/],
  ['a page tree that holds itself', 'a.pdf', pdf(['<</Type/Pages/Kids[2 0 R]/Count 1>>']), /BROKEN/],
  ['parts in parts, 300 deep', 'a.eml', utf8(partsInParts(300)), /LIMIT/],
  ['a table of one line without end', 'a.csv', utf8('abc,'.repeat(1_000_000)), /LIMIT/],
];

describe('hostile documents', () => {
  it.each(HOSTILE)(
    '%s: it fails alone, with a reason',
    async (_what, name, bytes, code) => {
      const [hostile, innocent] = await Promise.allSettled([
        extractDocument(bytes, name, { timeoutMs: 3_000, heapMb: 256 }),
        extractDocument(utf8('# Leave\n\n25 days a year.'), 'a.md'),
      ]);

      expect(hostile).toMatchObject({
        reason: { name: 'DocumentError', code: expect.stringMatching(code) as string },
      });
      expect(innocent).toMatchObject({ value: { title: 'Leave' } });
    },
    30_000,
  );
});

function stairs(steps: number): string {
  return Array.from({ length: steps }, (_, step) => `${' '.repeat(step)}- x`).join('\n');
}

function partsInParts(depth: number): string {
  let part = 'Content-Type: text/plain\n\nx';
  for (let level = 0; level < depth; level += 1) {
    part = `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n${part}\n--b${level}--`;
  }
  return `MIME-Version: 1.0\n${part}`;
}

/** A page, and forms that each draw the next five times. */
function formsInForms(depth: number): readonly string[] {
  const draw = '/F Do '.repeat(5);
  const stream = `/Length ${draw.length}>>stream\n${draw}\nendstream`;
  const form = (next: number): string => `/Resources<</XObject<</F ${next} 0 R>>>>`;
  return [
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R${form(5)}>>`,
    `<<${stream}`,
    ...Array.from(
      { length: depth },
      (_, index) => `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]${form(index + 6)}${stream}`,
    ),
    '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream',
  ];
}

/** A PDF of these objects, numbered from 2; the first is its page tree. */
function pdf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of ['<</Type/Catalog/Pages 2 0 R>>', ...objects].entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = offsets.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`;
  return utf8(`${text}${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`);
}
