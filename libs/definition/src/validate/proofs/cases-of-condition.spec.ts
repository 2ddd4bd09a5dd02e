import fc from 'fast-check';
import { compileExpression } from '../../expressions/compile-expression.js';
import type { NameScope } from '../../expressions/name-scope.js';
import { evaluateExpression } from '../../plan/evaluate-expression.js';
import type { Json } from '../../json.js';
import { both, notTrue } from './cases.js';
import type { Cases } from './cases.js';
import { casesOf } from './cases-of-condition.js';

const NAMES: NameScope = {
  stepIds: new Set(),
  skipped: () => ({ kind: 'problem', code: 'EXPRESSION_NAME_UNKNOWN', message: '' }),
  full: ([, name = '']) => ({
    kind: 'found',
    found: { read: { kind: 'input', key: `input.${name}`, name }, type: 'any' },
  }),
  bare: (name) => ({
    kind: 'found',
    found: { read: { kind: 'input', key: `input.${name}`, name }, type: 'any' },
  }),
};

function compiled(source: string): ReturnType<typeof compileExpression> {
  return compileExpression(source, NAMES, 'boolean');
}

function when(source: string): Cases {
  const { parsed } = compiled(source);
  if (parsed === null) throw new Error(source);
  return casesOf(parsed.tree, parsed.meaning);
}

const impossible = (cases: Cases): boolean => cases.situations.length === 0;

describe('what can never hold', () => {
  it.each([
    'x > 5 AND x < 3',
    'x > 5 AND x <= 5',
    '5 < x AND 3 > x',
    'x = 5 AND x <> 5',
    'x = "a" AND x = "b"',
    'x = "a" AND x > 1',
    'x AND NOT x',
    'x = true AND NOT x',
    'x = true AND x = false',
    'x = null AND x = 1',
    'x > y AND y > x',
    'x > y AND x = y',
    'NOT (x < y) AND x < y',
    'x IN [1, 2] AND x > 2',
    'x IN ["a"] AND NOT x IN ["a", "b"]',
    'contains(x, "a") AND NOT x.contains("a")',
    'size(x) > 5 AND size(x) < 3',
    'x + y > 3 AND x + y < 3',
    'x[0] = 1 AND x[0] = 2',
    'x.a = 1 AND x["a"] = 1 AND x.a = 2',
    'x.exists(i, i > 1) AND NOT x.exists(i, i > 1)',
    '(x > 5 OR y > 5) AND x < 2 AND y < 2',
    '(x > 5 ? y > 1 : y > 2) AND y < 0',
    'NOT (x < 5 OR x >= 5)',
    'x > -1 AND x < -2',
    '(x = 1 OR x = 2 OR x = 3) AND x > 3',
    'false',
    '"text" = x AND false',
  ])('%s', (source) => {
    expect(impossible(when(source))).toBe(true);
  });

  it.each([
    'x > 3 AND x < 5',
    'x >= 5 AND x <= 5',
    'x <> 5 AND x <> 6',
    'x <> null AND x <> 1',
    'x > "a" AND x < "b"',
    'x > y AND x <> y',
    'x <> y AND NOT x = y',
    'x IN [y] AND x = 3',
    'x = [1] AND x <> [2]',
    'NOT (x IN [1, 2])',
    'x > 5 OR x < 3',
    'x ? y : NOT y',
    '1 = 2',
    'not x',
    'true',
  ])('but perhaps %s', (source) => {
    expect(impossible(when(source))).toBe(false);
  });
});

describe('what a case before covers', () => {
  const covered = (earlier: string, later: string): boolean =>
    impossible(both(when(later), notTrue(when(earlier))));

  it.each([
    ['x > 5', 'x > 10'],
    ['x > 5 OR y > 1', 'y = 2'],
    ['x IN ["a", "b"]', 'x = "a"'],
    ['true', 'x > 1'],
    ['x > 1 AND y > 1', 'y > 3 AND x > 2'],
  ])('%s covers %s', (earlier, later) => {
    expect(covered(earlier, later)).toBe(true);
  });

  it.each([
    ['x > 10', 'x > 5'],
    ['x > 1 AND y > 1', 'x > 2'],
    // A value that is missing makes a comparison neither true nor false.
    ['y > 0 OR y <= 0', 'x > 1'],
    ['NOT y OR y', 'x'],
    // Null is the same as null, and neither more nor less.
    ['x >= y', 'x = y'],
  ])('%s does not cover %s', (earlier, later) => {
    expect(covered(earlier, later)).toBe(false);
  });
});

it('says nothing where there are too many cases to tell apart', () => {
  const many = (name: string): string =>
    Array.from({ length: 20 }, (_, index) => `(x${index} > 1 AND ${name}${index} > 1)`).join(' OR ');
  const cases = when(many('y'));
  expect(cases.exact).toBe(false);
  expect(impossible(notTrue(cases))).toBe(false);
  expect(impossible(both(when(many('z')), cases))).toBe(false);
});

describe('what is said is so', () => {
  const value = fc.constantFrom<Json | undefined>(undefined, null, 0, 1, 2, 3, 'a', 'b', true, false);
  const leaf = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('x', 'y', 'z'),
        fc.constantFrom('<', '<=', '>', '>=', '=', '<>'),
        fc.constantFrom('1', '2', '"a"', 'true', 'null', 'x', 'y'),
      )
      .map(([name, operator, other]) => `${name} ${operator} ${other}`),
    fc.constantFrom('x', 'y', 'x IN [1, "a"]', 'exists(z)', 'true', '2 > x'),
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a}) AND (${b})`),
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a}) OR (${b})`),
      tie('tree').map((a) => `NOT (${a})`),
      fc.tuple(leaf, tie('tree'), tie('tree')).map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
    ),
  }));

  function result(source: string, values: Readonly<Record<string, Json | undefined>>): Json | undefined {
    const { expression } = compiled(source);
    if (expression === null) return undefined;
    const evaluated = evaluateExpression(expression, (read) =>
      read.kind === 'input' ? values[read.name] : undefined,
    );
    return evaluated.kind === 'value' ? evaluated.value : undefined;
  }

  it('what can never hold does not, whatever the values', () => {
    fc.assert(
      fc.property(tree, fc.record({ x: value, y: value, z: value }), (source, values) => {
        if (compiled(source).parsed === null || !impossible(when(source))) return true;
        return result(source, values) !== true;
      }),
      { numRuns: 2000 },
    );
  });

  it('a case that is covered is never the first to hold', () => {
    fc.assert(
      fc.property(tree, tree, fc.record({ x: value, y: value, z: value }), (earlier, later, values) => {
        if (compiled(earlier).parsed === null || compiled(later).parsed === null) return true;
        if (!impossible(both(when(later), notTrue(when(earlier))))) return true;
        // One that cannot be evaluated fails the step, so no case is chosen.
        const { expression } = compiled(earlier);
        const first =
          expression && evaluateExpression(expression, (read) => values[read.key.slice(6) as 'x']);
        return result(later, values) !== true || first?.kind === 'error' || result(earlier, values) === true;
      }),
      { numRuns: 2000 },
    );
  });
});
