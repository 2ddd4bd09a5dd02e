import type { Json } from '../../json.js';
import { isForbiddenName } from '../../forbidden-names.js';
import type { Budget } from './budget.js';
import { ExpressionFault } from './expression-fault.js';
import type { ExpressionFunction } from './functions.js';
import { FUNCTIONS } from './functions.js';
import { binary } from './operators.js';
import type { Tree } from './tree.js';
import { UNKNOWN } from './unknown.js';
import type { Unknown } from './unknown.js';
import { isObject, typeName, typeOf } from './value.js';

export type Result = Json | Unknown;

/** What an evaluation stands on. */
export interface Surroundings {
  /** The value of a name from outside, UNKNOWN when it is missing; undefined when the tree is no such name. */
  readonly read: (tree: Tree) => Result | undefined;
  /** Notes what was missing, for the warning. */
  readonly missed: (tree: Tree) => void;
  readonly budget: Budget;
  /** Names bound by `exists`, `filter` and the like, innermost last. */
  readonly locals: { readonly name: string; readonly value: Json }[];
}

/**
 * Walks a tree over plain JSON. Anything that depends on a missing value is unknown, except where AND,
 * OR, `exists` and `coalesce` can decide without it (Kleene's three-valued logic).
 */
export function interpret(tree: Tree, on: Surroundings): Result {
  on.budget.spend(1);
  switch (tree.kind) {
    case 'literal':
      return tree.value;
    case 'name':
    case 'member':
    case 'index':
      return reach(tree, on);
    case 'call':
      return call(tree, on);
    case 'each':
      return each(tree, on);
    case 'list':
      return list(tree.items, on);
    case 'map':
      return map(tree.entries, on);
    case 'choice':
      return choice(tree, on);
    case 'and':
      return and(tree, on);
    case 'or':
      return or(tree, on);
    case 'not':
      return not(interpret(tree.operand, on));
    case 'minus':
      return minus(interpret(tree.operand, on));
    case 'binary':
      return binary(tree.operator, interpret(tree.left, on), interpret(tree.right, on), on.budget);
  }
}

function reach(tree: Extract<Tree, { kind: 'name' | 'member' | 'index' }>, on: Surroundings): Result {
  const outside = on.read(tree);
  if (outside !== undefined) return outside;
  if (tree.kind === 'name') return local(tree.name, on);
  return tree.kind === 'index' ? element(tree, on) : member(tree, interpret(tree.target, on), tree.field, on);
}

function local(name: string, on: Surroundings): Result {
  for (let index = on.locals.length - 1; index >= 0; index -= 1) {
    const bound = on.locals[index];
    if (bound?.name === name) return bound.value;
  }
  throw new ExpressionFault(`Nothing here is called "${name}".`);
}

function member(tree: Tree, target: Result, field: string, on: Surroundings): Result {
  if (target === UNKNOWN) return UNKNOWN;
  if (target !== null && !isObject(target)) {
    throw new ExpressionFault(`${capital(typeName(typeOf(target)))} has no field "${field}".`);
  }
  if (target !== null && Object.hasOwn(target, field)) return target[field] as Json;
  on.missed(tree);
  return UNKNOWN;
}

function element(tree: Extract<Tree, { kind: 'index' }>, on: Surroundings): Result {
  const target = interpret(tree.target, on);
  const index = interpret(tree.index, on);
  if (target === UNKNOWN || index === UNKNOWN) return UNKNOWN;
  if (typeof index === 'string') return member(tree, target, index, on);
  if (!Array.isArray(target) || typeof index !== 'number') {
    throw new ExpressionFault('Only a list can be indexed by a number, and an object by a text.');
  }
  const found = (target as readonly Json[])[index];
  if (found !== undefined) return found;
  on.missed(tree);
  return UNKNOWN;
}

function call(tree: Extract<Tree, { kind: 'call' }>, on: Surroundings): Result {
  switch (tree.name) {
    case 'exists':
    case 'has': {
      const value = interpret(tree.arguments[0] as Tree, on);
      return value !== UNKNOWN && value !== null;
    }
    case 'coalesce':
    case 'default':
      return coalesce(tree.arguments, on);
    case 'was_skipped':
      return on.read(tree) ?? UNKNOWN;
    default:
      return apply(tree.name, FUNCTIONS.get(tree.name), tree.arguments, on);
  }
}

function coalesce(candidates: readonly Tree[], on: Surroundings): Result {
  let last: Result = UNKNOWN;
  for (const candidate of candidates) {
    const value = interpret(candidate, on);
    if (value !== UNKNOWN && value !== null) return value;
    if (value === null) last = null;
  }
  return last;
}

function apply(
  name: string,
  called: ExpressionFunction | undefined,
  trees: readonly Tree[],
  on: Surroundings,
): Result {
  if (called === undefined) throw new ExpressionFault(`There is no function "${name}".`);
  const given: Json[] = [];
  for (const tree of trees) {
    const value = interpret(tree, on);
    if (value === UNKNOWN || value === null) return UNKNOWN;
    const takes = called.takes[Math.min(given.length, called.takes.length - 1)] ?? [];
    if (!takes.includes(typeOf(value))) {
      throw new ExpressionFault(`${name}() cannot take ${typeName(typeOf(value))} there.`);
    }
    given.push(value);
  }
  return finite(called.run(given, on.budget));
}

function each(tree: Extract<Tree, { kind: 'each' }>, on: Surroundings): Result {
  const values = interpret(tree.list, on);
  if (values === UNKNOWN || values === null) return UNKNOWN;
  const items = Array.isArray(values)
    ? (values as readonly Json[])
    : isObject(values)
      ? Object.keys(values)
      : null;
  if (items === null)
    throw new ExpressionFault(`${tree.quantifier}() walks a list, not ${typeName(typeOf(values))}.`);
  const kept: Json[] = [];
  let unknown = false;
  for (const value of items) {
    on.budget.spend(1);
    on.locals.push({ name: tree.variable, value });
    const holds = tree.test === null ? true : truth(interpret(tree.test, on));
    const given = holds === true ? (tree.give === null ? value : interpret(tree.give, on)) : null;
    on.locals.pop();
    if (holds === UNKNOWN || given === UNKNOWN) unknown = true;
    else if (holds) {
      if (tree.quantifier === 'exists') return true;
      on.budget.produce(1);
      kept.push(given);
    } else if (tree.quantifier === 'all') return false;
  }
  if (unknown) return UNKNOWN;
  if (tree.quantifier === 'exists_one') return kept.length === 1;
  if (tree.quantifier === 'all') return true;
  return tree.quantifier === 'exists' ? false : kept;
}

function list(items: readonly Tree[], on: Surroundings): Result {
  const values: Json[] = [];
  for (const item of items) {
    const value = interpret(item, on);
    if (value === UNKNOWN) return UNKNOWN;
    on.budget.produce(1);
    values.push(value);
  }
  return values;
}

function map(entries: readonly (readonly [Tree, Tree])[], on: Surroundings): Result {
  const made: [string, Json][] = [];
  for (const [keyTree, valueTree] of entries) {
    const key = interpret(keyTree, on);
    const value = interpret(valueTree, on);
    if (key === UNKNOWN || value === UNKNOWN) return UNKNOWN;
    if (typeof key !== 'string' || isForbiddenName(key)) {
      throw new ExpressionFault('The names in an object must be texts, and ordinary ones.');
    }
    on.budget.produce(1 + key.length);
    made.push([key, value]);
  }
  return Object.fromEntries(made);
}

function choice(tree: Extract<Tree, { kind: 'choice' }>, on: Surroundings): Result {
  const test = truth(interpret(tree.test, on));
  if (test === UNKNOWN) return UNKNOWN;
  return interpret(test ? tree.then : tree.otherwise, on);
}

function and(tree: { readonly left: Tree; readonly right: Tree }, on: Surroundings): Result {
  const left = truth(interpret(tree.left, on));
  if (left === false) return false;
  const right = truth(interpret(tree.right, on));
  if (right === false) return false;
  return left === UNKNOWN || right === UNKNOWN ? UNKNOWN : true;
}

function or(tree: { readonly left: Tree; readonly right: Tree }, on: Surroundings): Result {
  const left = truth(interpret(tree.left, on));
  if (left === true) return true;
  const right = truth(interpret(tree.right, on));
  if (right === true) return true;
  return left === UNKNOWN || right === UNKNOWN ? UNKNOWN : false;
}

function not(value: Result): Result {
  const known = truth(value);
  return known === UNKNOWN ? UNKNOWN : !known;
}

function minus(value: Result): Result {
  if (value === UNKNOWN || value === null) return UNKNOWN;
  if (typeof value !== 'number')
    throw new ExpressionFault(`${capital(typeName(typeOf(value)))} cannot be negated.`);
  return value === 0 ? 0 : -value;
}

/** Only true and false decide; null counts as missing. */
function truth(value: Result): boolean | Unknown {
  if (value === UNKNOWN || value === null) return UNKNOWN;
  if (typeof value === 'boolean') return value;
  throw new ExpressionFault(`Expected true or false, not ${typeName(typeOf(value))}.`);
}

/** JSON has no infinity and no NaN. */
function finite(value: Json): Json {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  throw new ExpressionFault('The result is not a finite number.');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
