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

  it('refuses what is nested too deep, as value and as literal', () => {
    expect(() => JsonScalar.parseValue(nested(70))).toThrow(/64 levels/);
    expect(() => literal('['.repeat(70) + ']'.repeat(70))).toThrow(/64 levels/);
    expect(() => JsonScalar.parseValue(nested(60))).not.toThrow();
  });

  it('refuses too many values', () => {
    expect(() => JsonScalar.parseValue(Array.from({ length: 200_001 }, () => 0))).toThrow(/200000 values/);
  });

  it('refuses numbers that JSON cannot hold', () => {
    expect(() => literal('1e999')).toThrow(/finite/);
  });
});
