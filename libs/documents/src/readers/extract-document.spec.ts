import { strToU8, zipSync } from 'fflate';
import { DocumentError } from '../document-error.js';
import { extractDocument } from './extract-document.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('reading a document in a worker thread', () => {
  it('gives the text with blocks under their headings', async () => {
    const { mediaType, blocks, title } = await extractDocument(utf8('# Leave\n\n25 days a *year*.'), 'a.md');

    expect(mediaType).toBe('text/markdown');
    expect(title).toBe('Leave');
    expect(blocks.map(({ kind, text, headingPath }) => ({ kind, text, headingPath }))).toEqual([
      { kind: 'heading', text: 'Leave', headingPath: ['Leave'] },
      { kind: 'paragraph', text: '25 days a year.', headingPath: ['Leave'] },
    ]);
  });

  it('goes by the content, not by the name', async () => {
    const html = await extractDocument(utf8('<!doctype html><body><p>Hello there</p></body>'), 'letter.pdf');
    expect(html.mediaType).toBe('text/html');

    await expect(extractDocument(utf8('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'notes.txt')).rejects.toMatchObject({
      code: 'DOCUMENT_UNSUPPORTED',
    });
  });

  it('names the type it does not read, and what it does', async () => {
    const workbook = zipSync({ '[Content_Types].xml': utf8('<Types/>'), 'xl/workbook.bin': utf8('') });

    await expect(extractDocument(workbook, 'table.docx')).rejects.toThrow(
      /Excel workbook.*Supported are PDF, Word/,
    );
  });

  it.each([
    ['nothing', new Uint8Array(), {}, 'DOCUMENT_EMPTY'],
    ['only white space', utf8(' \n\n '), {}, 'DOCUMENT_EMPTY'],
    ['more bytes than allowed', utf8('too long'), { maximumBytes: 3 }, 'DOCUMENT_TOO_LARGE'],
    ['more text than allowed', utf8('too long'), { maximumCharacters: 3 }, 'DOCUMENT_LIMIT'],
    ['more rows than allowed', utf8('a,b\n1,2\n3,4\n5,6'), { maximumRows: 3 }, 'DOCUMENT_LIMIT'],
    ['a PDF cut short', utf8('%PDF-1.7\n1 0 obj'), {}, 'DOCUMENT_BROKEN'],
  ])('refuses %s', async (_what, bytes, limits, code) => {
    await expect(extractDocument(bytes, 'x', limits)).rejects.toMatchObject({ name: 'DocumentError', code });
  });

  it('refuses a Word file that would unpack to more than the budget, without unpacking it', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': new Uint8Array(40 * 1024 * 1024),
    });
    expect(bomb.byteLength).toBeLessThan(100_000);

    await expect(
      extractDocument(bomb, 'bomb.docx', { maximumInflatedBytes: 20 * 1024 * 1024 }),
    ).rejects.toMatchObject({
      code: 'DOCUMENT_LIMIT',
      message: expect.stringContaining('once unpacked') as string,
    });
  });

  it('stops a document that takes too long', async () => {
    await expect(extractDocument(utf8('# Slow'), 'a.md', { timeoutMs: 1 })).rejects.toMatchObject({
      code: 'DOCUMENT_TIMEOUT',
    });
  });

  it('stops a document that takes too much memory, and lives on', async () => {
    const rows = utf8(`a,b\n${'1,2\n'.repeat(400_000)}`);

    await expect(extractDocument(rows, 'a.csv', { heapMb: 24 })).rejects.toMatchObject({
      code: 'DOCUMENT_LIMIT',
    });
    await expect(extractDocument(utf8('a,b\n1,2'), 'a.csv')).resolves.toMatchObject({ text: 'a: 1; b: 2' });
  });

  it('stops at once when it is not wanted any more', async () => {
    const controller = new AbortController();
    const reading = extractDocument(utf8('# Later'), 'a.md', {}, controller.signal);
    controller.abort(new Error('changed my mind'));

    await expect(reading).rejects.toThrow('changed my mind');
    await expect(reading).rejects.not.toBeInstanceOf(DocumentError);
  });

  it('reports a page nested too deeply to read', async () => {
    await expect(
      extractDocument(utf8(`<html><body>${'<div>'.repeat(20_000)}`), 'a.html'),
    ).rejects.toMatchObject({
      code: 'DOCUMENT_LIMIT',
    });
  }, 30_000);
});
