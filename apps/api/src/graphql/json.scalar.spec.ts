import { parseValue } from 'graphql';
import { JsonScalar } from './json.scalar.js';

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const literal = (text: string, variables?: Record<string, unknown>) =>
  JsonScalar.parseLiteral(parseValue(text), variables);

describe('the JSON scalar', () => {
  it.each([null, true, 'text', 1.5, [], { a: [1, { b: null }] }])('takes %j as it stands', (value) => {
    expect(JsonScalar.parseValue(value)).toEqual(value);
  });

  it('reads literals, with variables inside', () => {
    expect(
      literal('{ steps: [{ id: "a", size: 3, ratio: 0.5, on: true, none: null, mode: FAST }] }'),
    ).toEqual({
      steps: [{ id: 'a', size: 3, ratio: 0.5, on: true, none: null, mode: 'FAST' }],
    });
    expect(literal('{ limit: $limit, missing: $missing }', { limit: 8 })).toEqual({
      limit: 8,
      missing: null,
    });
  });

  it('keeps a key named __proto__ a plain key', () => {
    const value = literal('{ __proto__: { admin: true } }') as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect((value as { admin?: boolean }).admin).toBeUndefined();
  });

  it('cuts off what lies deeper than 64 levels, as value and as literal: who takes it refuses less than that', () => {
    const cut = JSON.parse(`${'['.repeat(64)}null${']'.repeat(64)}`) as unknown;
    expect(JsonScalar.parseValue(nested(100_000))).toEqual(cut);
    expect(literal('['.repeat(1_000) + ']'.repeat(1_000))).toEqual(cut);
    expect(JsonScalar.parseValue(nested(64))).toEqual(nested(64));
  });

  it('refuses too many values', () => {
    expect(() => JsonScalar.parseValue(Array.from({ length: 200_001 }, () => 0))).toThrow(/200000 values/);
  });

  it('refuses numbers that JSON cannot hold', () => {
    expect(() => literal('1e999')).toThrow(/finite/);
  });
});
