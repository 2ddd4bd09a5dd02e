import { sentObject, sentValue } from './check-sent-value.js';

describe('a value that is sent to an execution', () => {
  it.each([null, 0, false, '', [1], { a: { b: null } }, 'x'.repeat(65_534)])(
    'may be any JSON of 64 KiB',
    (value) => {
      expect(sentValue(value, 'payload')).toEqual({ value, problems: [] });
    },
  );

  it('is null when it is not given', () => {
    expect(sentValue(undefined, 'payload')).toEqual({ value: null, problems: [] });
    expect(sentObject(undefined, 'output')).toEqual({ value: null, problems: [] });
  });

  it.each([
    ['too large', 'x'.repeat(65_535), 'VALUE_TOO_LARGE', '/payload'],
    ['too large in bytes', 'é'.repeat(32_768), 'VALUE_TOO_LARGE', '/payload'],
    ['not to be stored', { a: ['\u0000'] }, 'BAD_INPUT', '/payload/a/0'],
  ])('is refused when it is %s', (_, value, code, path) => {
    expect(sentValue(value, 'payload').problems).toMatchObject([{ code, path, severity: 'error' }]);
  });

  it('has to be an object where one is wanted', () => {
    expect(sentObject({ a: 1 }, 'output')).toEqual({ value: { a: 1 }, problems: [] });
    for (const value of [[1], 'text', 7, true]) {
      expect(sentObject(value, 'output').problems).toMatchObject([{ code: 'BAD_INPUT', path: '/output' }]);
    }
  });
});
