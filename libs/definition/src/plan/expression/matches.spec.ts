import fc from 'fast-check';
import { Budget } from './budget.js';
import { matches } from './matches.js';

function test(text: string, pattern: string): boolean {
  return matches(text, pattern, new Budget());
}

describe('matches', () => {
  it.each([
    ['a-b', '^[a\\-b-]+$', true],
    ['a]b', '^[]ab]+$', true],
    ['a^b', '[\\^]', true],
    ['tab\there', '\\t', true],
    ['a\nb', 'a.b', false],
    ['a\r\nb', '\\r\\n', true],
    ['é', '^\\W$', true],
    ['a b', '\\w\\s\\w', true],
    ['a b', '^\\S+$', false],
    ['a1', '\\D\\d', true],
    ['ABC', '(?i)^[a-c]+$', true],
    ['abc', '^(?:ab|a)(?:c|bcd)$', true],
    ['', '^$', true],
    ['x', '()', true],
    ['ab', '^(|a)b$', true],
    ['aab', '^(|a){2}b$', true],
    ['abc', 'a{0}b', true],
    ['abab', '^(ab){2,3}$', true],
    ['a{b', 'a{b', true],
  ])('%j against %j: %s', (text, pattern, expected) => {
    expect(test(text, pattern)).toBe(expected);
  });

  it.each([
    '(',
    ')',
    'a)',
    '[',
    '[a',
    '*',
    '+a',
    '?',
    'a**',
    'a{2}{3}',
    'a{3,2}',
    'a{999}',
    '\\',
    '\\q',
    '[z-a]',
    '[a-\\d]',
    '(?<n>a)',
    '('.repeat(40),
    '(a{200}){200}',
  ])('%j is refused', (pattern) => {
    expect(() => test('a', pattern)).toThrow('The pattern');
  });

  it('agrees with the regular expressions of JavaScript', () => {
    const piece = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|b)', '(ab)', '\\d');
    const suffix = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,1}', '{1,}');
    const pattern = fc
      .array(
        fc.tuple(piece, suffix).map(([one, many]) => one + many),
        { minLength: 1, maxLength: 5 },
      )
      .chain((parts) =>
        fc.constantFrom(
          parts.join(''),
          `^${parts.join('')}$`,
          `${parts[0] ?? ''}|${parts.slice(1).join('')}`,
        ),
      );
    fc.assert(
      fc.property(
        pattern,
        fc.array(fc.constantFrom('a', 'b', '1', 'c')).map((list) => list.join('')),
        (source, text) => {
          expect(test(text, source)).toBe(new RegExp(source).test(text));
        },
      ),
      { numRuns: 500 },
    );
  });
});
