import { isInsideTemplate } from './complete-names.js';

describe('isInsideTemplate', () => {
  it.each([
    ['Say {{ ', true],
    ['Say {{ input.x }}', false],
    ['{{ a }} and {{ b', true],
    ['plain', false],
  ])('%j: %s', (text, inside) => {
    expect(isInsideTemplate(text)).toBe(inside);
  });
});
