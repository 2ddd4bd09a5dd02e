import { readAny, writeAny } from './any-value.js';

describe('a value of any kind, typed as text', () => {
  it.each([
    ['{"a": 1}', { a: 1 }],
    ['12', 12],
    ['hello', 'hello'],
    ['{{ input.order }}', '{{ input.order }}'],
    ['"12"', '12'],
    ['  ', undefined],
  ])('%j is read', (text, value) => {
    expect(readAny(text)).toEqual(value);
    expect(readAny(writeAny(value))).toEqual(value);
  });
});
