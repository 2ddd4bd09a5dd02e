import { readDuration, writeDuration } from './durations.js';

describe('durations', () => {
  it.each([
    ['5m', { amount: 5, unit: 'm' }],
    ['1.5h', { amount: 1.5, unit: 'h' }],
    ['500ms', { amount: 0.5, unit: 's' }],
    ['{{ input.wait }}', null],
    ['soon', null],
  ])('reads %j', (text, expected) => {
    expect(readDuration(text)).toEqual(expected);
  });

  it('writes what it read', () => {
    expect(writeDuration({ amount: 0.5, unit: 's' })).toBe('0.5s');
    expect(writeDuration({ amount: 7, unit: 'd' })).toBe('7d');
  });
});
