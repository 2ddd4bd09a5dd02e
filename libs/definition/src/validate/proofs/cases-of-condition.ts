import type { BinaryOperator, Tree } from '../../plan/expression/tree.js';
import type { Cases } from './cases.js';
import { ALWAYS, both, either, NEVER } from './cases.js';
import type { Intervals } from './intervals.js';
import { complementIntervals } from './intervals.js';
import type { Meaning } from './terms.js';
import { termOf } from './terms.js';
import type { ValueSet } from './value-set.js';
import { complement, exactly, NOTHING, numbers, texts, unite } from './value-set.js';

/**
 * In which situations a condition is true, or with `want` false, in which it is false. In neither it is
 * unknown: every comparison needs its values to be there.
 */
export function casesOf(tree: Tree, meaning: Meaning, want = true): Cases {
  switch (tree.kind) {
    case 'literal':
      if (typeof tree.value === 'boolean') return tree.value === want ? ALWAYS : NEVER;
      return NEVER;
    case 'and':
    case 'or': {
      const [left, right] = [casesOf(tree.left, meaning, want), casesOf(tree.right, meaning, want)];
      return (tree.kind === 'and') === want ? both(left, right) : either(left, right);
    }
    case 'not':
      return casesOf(tree.operand, meaning, !want);
    case 'choice':
      return either(
        both(casesOf(tree.test, meaning, true), casesOf(tree.then, meaning, want)),
        both(casesOf(tree.test, meaning, false), casesOf(tree.otherwise, meaning, want)),
      );
    case 'binary':
      return comparison(tree, meaning, want) ?? opaque(tree, meaning, want);
    case 'name':
    case 'member':
    case 'index':
    case 'call':
    case 'each':
    case 'list':
    case 'map':
    case 'minus':
      return opaque(tree, meaning, want);
  }
}

type Binary = Extract<Tree, { kind: 'binary' }>;

/** Something that is true or false, of which no more is known. */
function opaque(tree: Tree, meaning: Meaning, want: boolean): Cases {
  return one(tree, meaning, exactly(want));
}

function one(tree: Tree, meaning: Meaning, set: ValueSet): Cases {
  const { key, stable } = termOf(tree, meaning);
  return { situations: [new Map([[key, { set, stable, origin: null }]])], exact: true };
}

function comparison(tree: Binary, meaning: Meaning, want: boolean): Cases | null {
  const { operator, left, right } = tree;
  if (operator === 'in') return membership(tree, meaning, want);
  if (!isComparison(operator)) return null;
  const [onLeft, onRight] = [scalar(left), scalar(right)];
  if (onLeft !== undefined && onRight !== undefined) return null;
  if (onRight !== undefined) return withLiteral(left, operator, onRight, meaning, want);
  if (onLeft !== undefined) return withLiteral(right, MIRRORED[operator], onLeft, meaning, want);
  return twoTerms(tree, operator, meaning, want);
}

type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function isComparison(operator: BinaryOperator): operator is Comparison {
  return Object.hasOwn(MIRRORED, operator);
}

/** The value of a literal, a negative number among them. */
function scalar(tree: Tree): null | boolean | number | string | undefined {
  if (tree.kind === 'literal') return tree.value;
  if (tree.kind !== 'minus' || tree.operand.kind !== 'literal') return undefined;
  return typeof tree.operand.value === 'number' ? -tree.operand.value : undefined;
}

function withLiteral(
  term: Tree,
  operator: Comparison,
  value: null | boolean | number | string,
  meaning: Meaning,
  want: boolean,
): Cases | null {
  if (operator === '==' || operator === '!=') {
    const set = exactly(value);
    return one(term, meaning, (operator === '==') === want ? set : present(complement(set)));
  }
  if (typeof value !== 'number') return null;
  const holds = below(operator, value);
  return one(term, meaning, numbers(want ? holds : complementIntervals(holds)));
}

function below(operator: '<' | '<=' | '>' | '>=', value: number): Intervals {
  switch (operator) {
    case '<':
    case '<=':
      return [{ from: -Infinity, to: value, fromOpen: true, toOpen: operator === '<' }];
    case '>':
    case '>=':
      return [{ from: value, to: Infinity, fromOpen: operator === '>', toOpen: true }];
  }
}

/** `x in ["a", "b"]`; something that is null is neither in a list nor not. */
function membership({ left, right }: Binary, meaning: Meaning, want: boolean): Cases | null {
  if (right.kind !== 'list' || scalar(left) !== undefined) return null;
  const values = right.items.map(scalar);
  if (values.some((value) => value === undefined || value === null)) return null;
  const set = values.reduce<ValueSet>((all, value) => unite(all, exactly(value ?? null)), NOTHING);
  return one(left, meaning, want ? set : { ...present(complement(set)), none: false });
}

/**
 * How the first of two terms stands to the second: `<`, `=`, `>`, or without an order: the same, as null is to null, or
 * differently in another way.
 */
const RELATIONS: Readonly<Record<Comparison, readonly [readonly string[], readonly string[]]>> = {
  '==': [
    ['=', 'same'],
    ['<', '>', 'other'],
  ],
  '!=': [
    ['<', '>', 'other'],
    ['=', 'same'],
  ],
  '<': [['<'], ['=', '>']],
  '<=': [['<', '='], ['>']],
  '>': [['>'], ['<', '=']],
  '>=': [['>', '='], ['<']],
};

function twoTerms({ left, right }: Binary, operator: Comparison, meaning: Meaning, want: boolean): Cases {
  const [a, b] = [termOf(left, meaning), termOf(right, meaning)];
  const inOrder = a.key <= b.key;
  const [holds, fails] = RELATIONS[inOrder ? operator : MIRRORED[operator]];
  const key = inOrder ? `${a.key} : ${b.key}` : `${b.key} : ${a.key}`;
  const set = texts(...(want ? holds : fails));
  const known = { set, stable: a.stable && b.stable, origin: null };
  return { situations: [new Map([[key, known]])], exact: true };
}

function present(set: ValueSet): ValueSet {
  return { ...set, missing: false };
}
