import { decodeCursor, encodeCursor } from './page.js';

const id = '11111111-2222-4333-8444-555555555555';
const cursor = (at: string, key = id): string => Buffer.from(`${at} ${key}`).toString('base64url');

describe('a cursor', () => {
  it('comes back as the sort key it was made of', () => {
    const key = { at: '2026-02-28T12:34:56.123456Z', id };
    expect(decodeCursor(encodeCursor(key))).toEqual(key);
  });

  it.each([
    ['nothing', ''],
    ['garbage', 'x\u0000ÿ'],
    ['no id', cursor('2026-02-28T12:34:56.123456Z', 'x')],
    ['a month that is not', cursor('2026-13-01T00:00:00.000000Z')],
    ['a day that is not', cursor('2026-02-30T00:00:00.000000Z')],
    ['an hour that is not', cursor('2026-02-28T24:00:00.000000Z')],
    ['the year 0, which the database does not have', cursor('0000-01-01T00:00:00.000000Z')],
  ])('with %s is refused', (_, text) => {
    expect(() => decodeCursor(text)).toThrow(/not one of ours/);
  });
});
