import type { Json, JsonObject } from '../../json.js';
import type { Budget } from './budget.js';
import { ExpressionFault } from './expression-fault.js';

/** What expressions know of types; `any` is what only shows at run time. */
export type ValueType = 'any' | 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** Deeper data is not compared or written out. */
const MAXIMUM_DEPTH = 64;

export function typeOf(value: Json): Exclude<ValueType, 'any'> {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'boolean' | 'number' | 'string' | 'object';
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** For messages: "a number", "a text". */
export function typeName(type: ValueType): string {
  switch (type) {
    case 'any':
      return 'any value';
    case 'null':
      return 'null';
    case 'boolean':
      return 'true or false';
    case 'number':
      return 'a number';
    case 'string':
      return 'a text';
    case 'array':
      return 'a list';
    case 'object':
      return 'an object';
  }
}

/** Deep equality as in JSON; the order of keys does not matter. */
export function equal(left: Json, right: Json, budget: Budget, depth = 0): boolean {
  budget.spend(1);
  if (left === right) return true;
  if (depth > MAXIMUM_DEPTH) throw new ExpressionFault('The values are nested too deeply to compare.');
  if (Array.isArray(left) && Array.isArray(right)) {
    const [a, b] = [left as readonly Json[], right as readonly Json[]];
    return (
      a.length === b.length && a.every((item, index) => equal(item, b[index] as Json, budget, depth + 1))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  budget.spend(keys.length);
  return (
    keys.length === Object.keys(right).length &&
    keys.every(
      (key) => Object.hasOwn(right, key) && equal(left[key] as Json, right[key] as Json, budget, depth + 1),
    )
  );
}

/** The text of a value inside a longer text: strings as they are, null as nothing, the rest as JSON. */
export function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (isDeep(value)) throw new ExpressionFault('The value is nested too deeply to write as text.');
  return JSON.stringify(value);
}

function isDeep(value: Json): boolean {
  let level: Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAXIMUM_DEPTH) return true;
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? Object.values<Json>(item as JsonObject) : [],
    );
  }
  return false;
}
