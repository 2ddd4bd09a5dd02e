import { startsLikeMail } from './mail.js';

describe('telling a mail from other text', () => {
  it.each([
    ['the header of a mail', 'Received: by a\n\twith b\nFrom: a@b.example\n\nText', 'x', true],
    ['a line of a mailbox before it', 'From a@b.example Wed Jul 20\nMessage-ID: <1>\nTo: x\n', 'x', true],
    ['a short mail by its name', 'From: a@b.example\r\nTo: x@b.example\r\n\r\nText', 'a.eml', true],
    ['a letter', 'From: Ann\nTo: Bo\nDate: today\n\nDear Bo,', 'a.txt', false],
    ['settings', 'name: x\ndate: 2024\nto: here\n', 'a.yaml', false],
    ['text that speaks of mail', 'MIME-Version: is a field.\nIt is 1.0.\nFrom: x', 'x', false],
    ['fields after an empty line', '\nReceived: x\nFrom: y', 'x', false],
  ])('%s', (_what, text, name, expected) => {
    expect(startsLikeMail(Buffer.from(text), name)).toBe(expected);
  });
});
