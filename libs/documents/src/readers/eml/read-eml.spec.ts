import { strToU8, zipSync } from 'fflate';
import type { Extraction } from '../../ports.js';
import { extractDocument } from '../extract-document.js';
import type { ExtractionLimits } from '../extraction-limits.js';

describe('a mail', () => {
  it('is its subject, who wrote to whom and when, and the text', async () => {
    const { title, blocks } = await read(mail('Offer', 'Dear Ada,\n\nhere is our offer.'));

    expect(title).toBe('Offer');
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: Offer',
      'paragraph: From: Bo <bo@example.org>\nTo: ada@example.org\nDate: 2024-05-02T08:00:00.000Z',
      'paragraph: Dear Ada,',
      'paragraph: here is our offer.',
    ]);
  });

  it('is read as HTML when there is no plain text', async () => {
    const html = mail('Offer', '<p>Only <b>today</b></p><ul><li>Pens</li></ul>', { type: 'text/html' });

    expect((await read(html)).blocks.slice(2).map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'Only today'],
      ['list-item', 'Pens'],
    ]);
  });

  it('that is encrypted is refused', async () => {
    const encrypted = mail('Secret', 'x', { type: 'application/pkcs7-mime; smime-type=enveloped-data' });

    await expect(read(encrypted)).rejects.toMatchObject({ code: 'DOCUMENT_ENCRYPTED' });
  });
});

describe('attachments of a mail', () => {
  it('are read by their content, each under its name', async () => {
    const { blocks, warnings } = await read(
      withAttachments('Prices', [
        ['prices.csv', 'item;price\nPen;2'],
        ['manual.bin', '# Manual\n\nUse **both** hands.\n\n- one\n- two'],
      ]),
    );

    expect(warnings).toEqual([]);
    expect(blocks.find(({ kind }) => kind === 'table-row')).toMatchObject({
      text: 'item: Pen; price: 2',
      headingPath: ['Prices', 'prices.csv'],
    });
    expect(blocks.find(({ text }) => text === 'Use both hands.')?.headingPath).toEqual([
      'Prices',
      'manual.bin',
      'Manual',
    ]);
  });

  it('that cannot be read are named with the reason, and the rest is read', async () => {
    const { text, warnings } = await read(
      withAttachments('Files', [
        ['photo.png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
        ['broken.pdf', '%PDF-1.7\n1 0 obj'],
        ['note.txt', 'Still here.'],
      ]),
    );

    expect(text).toContain('Still here.');
    expect(warnings).toEqual([
      'The attachment "photo.png" was not read: This file is image/png, which is not read.',
      expect.stringMatching(/^The attachment "broken.pdf" was not read: The PDF is damaged/),
    ]);
  });

  it('that are mails are read to a depth of three', async () => {
    let inner = mail('Level 4', 'Too deep.');
    for (const level of [3, 2, 1, 0])
      inner = withAttachments(`Level ${level}`, [[`${level + 1}.eml`, inner]]);
    const { blocks, text, warnings } = await read(inner);

    expect(blocks.at(-1)?.headingPath).toEqual([
      'Level 0',
      '1.eml',
      'Level 1',
      '2.eml',
      'Level 2',
      '3.eml',
      'Level 3',
    ]);
    expect(text).not.toContain('Too deep.');
    expect(warnings).toEqual(['The attachment "4.eml" was not read: Mails within mails are opened 3 deep.']);
  });

  it('that unpack to too much together are left out by name', async () => {
    const document = Buffer.from(
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(600_000) }),
    ).toString('latin1');
    const { text, warnings } = await read(
      withAttachments('Bomb', [
        ['first.docx', document],
        ['second.docx', document],
        ['note.txt', 'Still here.'],
      ]),
      { maximumInflatedBytes: 1_000_000 },
    );

    expect(text).toContain('Still here.');
    expect(warnings).toContain(
      'The attachment "second.docx" was not read: The attachments of a mail may take 1000000 bytes once unpacked.',
    );
  });

  it('beyond a hundred are left out, with a word on the first of them', async () => {
    const notes = Array.from({ length: 103 }, (_, index) => [`${index}.txt`, `Note ${index}.`] as const);

    expect((await read(withAttachments('Many', notes))).warnings).toEqual([
      '3 attachments from "100.txt" on were not read: a mail may have 100.',
    ]);
  });

  it('share the limit of characters', async () => {
    const { text, warnings } = await read(
      withAttachments('Long', [
        ['long.txt', 'word '.repeat(100)],
        ['note.txt', 'Still here.'],
      ]),
      { maximumCharacters: 400 },
    );

    expect(text).toContain('Still here.');
    expect(warnings.join()).toMatch(/"long.txt" was not read: The document holds more than \d+ characters/);
  });
});

function read(message: string, limits: Partial<ExtractionLimits> = {}): Promise<Extraction> {
  return extractDocument(Buffer.from(message, 'latin1'), 'x', limits);
}

function mail(subject: string, body: string, { type = 'text/plain; charset=utf-8' } = {}): string {
  return [
    'From: Bo <bo@example.org>',
    'To: ada@example.org',
    `Subject: ${subject}`,
    'Date: Thu, 2 May 2024 10:00:00 +0200',
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    body,
  ].join('\r\n');
}

/** Attachments are sent as Base64 and say nothing of their type. */
function withAttachments(
  subject: string,
  files: readonly (readonly [name: string, content: string])[],
): string {
  const boundary = `--- ${subject} ---`;
  const parts = files.map(([name, content]) =>
    [
      `--${boundary}`,
      `Content-Type: application/octet-stream`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(content, 'latin1').toString('base64'),
    ].join('\r\n'),
  );
  const text = [`--${boundary}`, 'Content-Type: text/plain', '', 'See below.'].join('\r\n');
  return mail(subject, [text, ...parts, `--${boundary}--`].join('\r\n'), {
    type: `multipart/mixed; boundary="${boundary}"`,
  });
}
