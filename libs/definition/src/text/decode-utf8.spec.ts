import { checkDefinition, LIMITS } from '../index.js';
import type { Problem } from '../index.js';

const encoder = new TextEncoder();

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === 'string' ? encoder.encode(part) : part)]),
  );
}

describe('the bytes of a file', () => {
  const json = '{"schemaVersion":1,"steps":[{"id":"a","type":"parallel"}],"name":"Prüfung \uFFFD"}';

  it.each([
    ['UTF-8', bytes(json)],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], json)],
  ])('takes %s', (_, file) => {
    const { valid, definition } = checkDefinition(file);

    expect(valid).toBe(true);
    expect(definition?.name).toBe('Prüfung \uFFFD');
  });

  it.each<[string, Uint8Array, string, Problem['span']]>([
    [
      'Latin-1',
      bytes('schemaVersion: 1\nname: Pr', [0xfc], 'fung\n'),
      'line 2, column 9',
      { start: 25, end: 26 },
    ],
    ['half a character at the end', bytes('name: ü', [0xc3]), 'line 1, column 8', { start: 7, end: 8 }],
    ['half a pair', bytes('name: \uFFFD', [0xed, 0xa0, 0x80]), 'line 1, column 8', { start: 7, end: 8 }],
    ['UTF-16, little end first', bytes([0xff, 0xfe, 0x61, 0]), 'UTF-16', { start: 0, end: 1 }],
    ['UTF-16, big end first', bytes([0xfe, 0xff, 0, 0x61]), 'UTF-16', { start: 0, end: 1 }],
    ['UTF-16 without a mark', bytes('a\0b\0'), 'UTF-8', { start: 1, end: 2 }],
    ['a picture', bytes([0x89], 'PNG\r\n', [0x1a], '\n'), 'line 1, column 1', { start: 0, end: 1 }],
  ])('refuses %s and says where', (_, file, place, span) => {
    const [problem, ...others] = checkDefinition(file).problems;

    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'TEXT_ENCODING', severity: 'error', path: '', span });
    expect(problem?.message).toContain(place);
  });

  it('refuses a file above 1 MiB before it looks inside', () => {
    const { problems } = checkDefinition(new Uint8Array(LIMITS.textBytes + 1).fill(0xff));

    expect(problems).toMatchObject([{ code: 'TEXT_TOO_LONG', path: '' }]);
  });
});
