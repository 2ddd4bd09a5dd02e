import { unusableValue } from './unusable-value.js';

describe('a value that an execution can be started with', () => {
  it.each([[null], ['text with 😀 and \n and é'], [{ a: [1, { b: true }], '': null }], [nested(32)]])(
    'is %j',
    (value) => {
      expect(unusableValue(value, '/input/q')).toBeNull();
    },
  );

  it.each([
    ['NUL in a text', { a: ['fine', 'x\u0000'] }, '/input/q/a/1', 'NUL'],
    ['NUL in a name', { 'x\u0000': 1 }, '/input/q', 'NUL'],
    ['half of a character', 'a\ud800b', '/input/q', 'half a character'],
    ['half of a character in a name', { a: { '\udc00': 1 } }, '/input/q/a', 'half a character'],
    ['too deep a nesting', nested(33), `/input/q${'/0'.repeat(32)}`, '32 levels'],
  ])('has no %s', (_, value, path, words) => {
    const problem = unusableValue(value, '/input/q');
    expect(problem).toMatchObject({ code: 'BAD_INPUT', severity: 'error', path });
    expect(problem?.message).toContain(words);
  });

  it('has its place told as a pointer', () => {
    expect(unusableValue({ 'a/b~c': '\u0000' }, '')?.path).toBe('/a~1b~0c');
  });
});

function nested(levels: number) {
  return JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as [];
}
