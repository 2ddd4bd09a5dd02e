import { CommandError } from './exit-code.js';
import { readOutcomes } from './outcomes-file.js';

describe('outcomes', () => {
  it('reads facts, errors and lists of them, as JSON or YAML', () => {
    const expected = {
      search: { facts: { confidence: 0.9 } },
      call: [{ error: { code: 'PROVIDER_UNAVAILABLE', retryable: true } }, { facts: {} }],
    };

    expect(readOutcomes(JSON.stringify(expected))).toEqual(expected);
    expect(
      readOutcomes(`
search: { facts: { confidence: 0.9 } }
call:
  - error: { code: PROVIDER_UNAVAILABLE, retryable: true }
  - facts: {}
`),
    ).toEqual(expected);
  });

  it.each([
    '[1]',
    '{"a": 1}',
    '{"a": {"facts": 1}}',
    '{"a": [{"error": {}}]}',
    '{',
    'a: &x 1\nb: *x',
    '{"a": {"facts": {}, "error": {"code": "X"}}}',
    '{"a": {"error": {"code": "X", "retryable": "no"}}}',
    '{"a": {"facts": {}}, "a": {"facts": {}}}',
    `{"a":${'['.repeat(100_000)}`,
  ])('refuses %s', (text) => {
    expect(() => readOutcomes(text)).toThrow(CommandError);
  });
});
