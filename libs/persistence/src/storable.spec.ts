import { countUnstorable, storableJson, storableText } from './storable.js';

const NUL = '\u0000';
const ALONE = '\uD83D';
const PAIR = '\u{1F600}';

describe('text for the database', () => {
  it('keeps its length when NUL and lone surrogates are replaced, so offsets stay right', () => {
    const text = `a${NUL}b${ALONE}c${PAIR}d`;
    expect(storableText(text)).toBe(`a\uFFFDb\uFFFDc${PAIR}d`);
    expect(storableText(text)).toHaveLength(text.length);
  });

  it('counts what it replaces', () => {
    expect(countUnstorable(`a${NUL}${ALONE}${PAIR}`)).toBe(2);
    expect(countUnstorable('plain')).toBe(0);
  });
});

describe('JSON for the database', () => {
  it.each([
    ['NUL', { a: `x${NUL}y` }, { a: 'x\uFFFDy' }],
    ['a lone surrogate', [ALONE], ['\uFFFD']],
    ['a pair', PAIR, PAIR],
    ['a name with NUL', { [`k${NUL}`]: 1 }, { 'k\uFFFD': 1 }],
    ['other control characters', '\u0001\n', '\u0001\n'],
    ['a backslash before what looks like an escape', String.raw`\u0000 \\ud800`, String.raw`\u0000 \\ud800`],
    ['nothing', undefined, null],
  ])('takes %s', (_, value, stored) => {
    expect(JSON.parse(storableJson(value))).toEqual(stored);
  });
});
