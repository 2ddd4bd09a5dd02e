import { builtInKind, kindOfFormat } from './number-format.js';
import { serialDateTime } from './serial-date.js';
import { shownNumber } from './shown-number.js';

describe('number formats', () => {
  it.each([
    ['General', 'number'],
    ['#,##0.00', 'number'],
    ['0.00E+00', 'number'],
    ['"days: "0', 'number'],
    ['[Red]#,##0;[Blue]-#,##0', 'number'],
    ['0.0%', 'percent'],
    ['yyyy\\-mm\\-dd', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['mmm', 'date'],
    ['m/d/yy h:mm', 'date-time'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'duration'],
  ])('%s is a %s', (code, kind) => {
    expect(kindOfFormat(code)).toBe(kind);
  });

  it('are known by number where files give none', () => {
    expect([0, 9, 14, 21, 22, 46, 49].map(builtInKind)).toEqual([
      ...['number', 'percent', 'date', 'time', 'date-time', 'duration', 'number'],
    ]);
  });
});

describe('dates', () => {
  it.each([
    [1, '1900-01-01T00:00:00'],
    [59, '1900-02-28T00:00:00'],
    [61, '1900-03-01T00:00:00'],
    [45000.25, '2023-03-15T06:00:00'],
    [2_958_465, '9999-12-31T00:00:00'],
  ])('day %d is %s', (serial, text) => {
    expect(serialDateTime(serial, false)).toBe(text);
  });

  it.each(['-1', '2958466', '1e300'])('%s is no day, so the number stays', (stored) => {
    expect(shownNumber(stored, 'date', false)).toBe(String(Number(stored)));
  });
});

describe('numbers', () => {
  it.each([
    ['12345678901234567', '12345678901234600'],
    ['-0.1', '-0.1'],
    ['1E-7', '1e-7'],
    ['', ''],
    ['abc', 'abc'],
  ])('%s is shown as %s', (stored, text) => {
    expect(shownNumber(stored, 'number', false)).toBe(text);
  });
});
