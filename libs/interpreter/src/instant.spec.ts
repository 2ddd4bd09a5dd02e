import { instantOf, instantText } from './instant.js';

describe('an instant as text', () => {
  test.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
    [951_782_400_000, '2000-02-29T00:00:00.000Z'],
    [1_795_804_245_678, '2026-11-27T18:30:45.678Z'],
    [-62_167_219_200_000, '0000-01-01T00:00:00.000Z'],
    [253_402_300_799_999, '9999-12-31T23:59:59.999Z'],
  ])('%i is %s, and back', (ms, text) => {
    expect(instantText(ms)).toBe(text);
    expect(instantOf(text)).toBe(ms);
    expect(new Date(ms).getTime()).toBe(ms);
  });

  test('agrees with the calendar of the machine, day by day', () => {
    for (let day = -800_000; day < 900_000; day += 997) {
      const ms = day * 86_400_000 + 1;
      if (ms < -62_167_219_200_000) continue;
      expect(instantText(ms)).toBe(new Date(ms).toISOString());
    }
  });
});

describe('text as an instant', () => {
  test.each([
    ['2026-11-27', '2026-11-27T00:00:00.000Z'],
    ['2026-11-27T18:30Z', '2026-11-27T18:30:00.000Z'],
    ['2026-11-27T18:30:05.1Z', '2026-11-27T18:30:05.100Z'],
    ['2026-11-27T18:30:05.123456789Z', '2026-11-27T18:30:05.123Z'],
    ['2026-11-27T18:30:00+01:30', '2026-11-27T17:00:00.000Z'],
    ['2026-11-27T18:30:00-0130', '2026-11-27T20:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(instantText(instantOf(text) ?? 0)).toBe(expected);
  });

  test.each([
    '',
    'tomorrow',
    '2026-13-01',
    '2026-02-30',
    '2026-11-27T25:00Z',
    '2026-11-27T18:60Z',
    '2026-11-27T18:30',
  ])('"%s" is none', (text) => {
    expect(instantOf(text)).toBeNull();
  });
});
