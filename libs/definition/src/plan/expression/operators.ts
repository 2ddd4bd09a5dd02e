import type { Json } from '../../json.js';
import type { Budget } from './budget.js';
import { ExpressionFault } from './expression-fault.js';
import type { BinaryOperator } from './tree.js';
import { UNKNOWN } from './unknown.js';
import type { Unknown } from './unknown.js';
import { equal, isObject, typeName, typeOf } from './value.js';

/** Numbers are JSON numbers throughout (`7 / 2` is 3.5). Comparisons with something missing are unknown. */
export function binary(
  operator: BinaryOperator,
  left: Json | Unknown,
  right: Json | Unknown,
  budget: Budget,
): Json | Unknown {
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
  if (operator === '==') return equal(left, right, budget);
  if (operator === '!=') return !equal(left, right, budget);
  if (left === null || right === null) return UNKNOWN;
  switch (operator) {
    case 'in':
      return isIn(left, right, budget);
    case '+':
      return add(left, right, budget);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return order(operator, left, right);
    default:
      return arithmetic(operator, left, right);
  }
}

function isIn(left: Json, right: Json, budget: Budget): boolean {
  if (Array.isArray(right)) return (right as readonly Json[]).some((item) => equal(left, item, budget));
  if (isObject(right) && typeof left === 'string') return Object.hasOwn(right, left);
  throw new ExpressionFault('"in" looks in a list, or for a name in an object.');
}

function add(left: Json, right: Json, budget: Budget): Json {
  if (typeof left === 'string' && typeof right === 'string') {
    budget.produce(left.length + right.length);
    return left + right;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    budget.produce(left.length + right.length);
    return [...(left as readonly Json[]), ...(right as readonly Json[])];
  }
  return arithmetic('+', left, right);
}

function order(operator: '<' | '<=' | '>' | '>=', left: Json, right: Json): boolean {
  const comparable = typeof left === typeof right && (typeof left === 'number' || typeof left === 'string');
  if (!comparable) throw mismatch(operator, left, right);
  const [a, b] = [left as number, right as number];
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '%', left: Json, right: Json): number {
  if (typeof left !== 'number' || typeof right !== 'number') throw mismatch(operator, left, right);
  if (right === 0 && (operator === '/' || operator === '%')) throw new ExpressionFault('Division by zero.');
  const result = compute(operator, left, right);
  if (!Number.isFinite(result)) throw new ExpressionFault('The result is not a finite number.');
  return result === 0 ? 0 : result;
}

function compute(operator: '+' | '-' | '*' | '/' | '%', left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

function mismatch(operator: string, left: Json, right: Json): ExpressionFault {
  return new ExpressionFault(
    `"${operator}" cannot take ${typeName(typeOf(left))} and ${typeName(typeOf(right))}.`,
  );
}
