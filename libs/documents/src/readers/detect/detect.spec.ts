import { decodeText } from './charset.js';
import { textMediaType } from './text-type.js';

describe('decoding text', () => {
  const sentence = 'Größe: 5 € – „gut“';

  it.each([
    ['UTF-8', Buffer.from(sentence), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${sentence}`), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${sentence}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from(sentence, 'utf16le'), 'utf-16le'],
    ['big-endian UTF-16', Buffer.from(`\ufeff${sentence}`, 'utf16le').swap16(), 'utf-16be'],
  ])('knows %s', (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: sentence, encoding });
  });

  it('reads the characters of windows-1252 that latin1 does not have', () => {
    const bytes = Buffer.concat([
      Buffer.from('It costs 5 '),
      Buffer.from([0x80, 0x20, 0x96, 0x20, 0x93, 0x78, 0x94]),
    ]);

    expect(decodeText(bytes)).toEqual({ text: 'It costs 5 € – “x”', encoding: 'windows-1252' });
  });

  it('believes what a page says of itself when it is not UTF-8', () => {
    const page = Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><p>'),
      Buffer.from([0xcf, 0xf0, 0xe8]),
    ]);

    expect(decodeText(page).text).toContain('При');
  });

  it('makes all line ends one', () => {
    expect(decodeText(Buffer.from('a\r\nb\rc\n')).text).toBe('a\nb\nc\n');
  });
});

describe('telling text formats apart', () => {
  it.each([
    ['<!DOCTYPE html><p>x', 'x.txt', 'text/html'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html>\n<html></html>', 'x', 'text/html'],
    ['<?xml version="1.0"?><data/>', 'x', 'application/xml'],
    ['{"a": [1, 2]}', 'x', 'application/json'],
    ['[see note] this is no JSON', 'x', 'text/plain'],
    ['# Title\n\nSome **bold** text', 'x', 'text/markdown'],
    ['# Just a comment\nvalue', 'x', 'text/plain'],
    ['# Just a comment\nvalue', 'x.md', 'text/markdown'],
    ['a;b;c\n1;2;3\n4;5;6', 'x', 'text/csv'],
    ['a\tb\n1\t2\n3\t4', 'x', 'text/tab-separated-values'],
    ['a;b;c\n1;2;3\n4;5;6', 'x.txt', 'text/plain'],
    ['Dear Sir, thank you.\nYours, Jo', 'x', 'text/csv'],
    ['A sentence without any.', 'x', 'text/plain'],
    ['def f(a, b):\n  g(a, b)', 'x.py', 'text/x-python'],
    ['<?xml version="1.0"?><TS/>', 'x.ts', 'application/xml'],
    ['{"a": 1}', 'x.js', 'application/json'],
  ])('%j named %s is %s', (text, name, mediaType) => {
    expect(textMediaType(text, name)).toBe(mediaType);
  });
});
