import type { Json, JsonObject } from '../../json.js';
import type { Budget } from './budget.js';
import { ExpressionFault } from './expression-fault.js';
import { matches } from './matches.js';
import type { ValueType } from './value.js';
import { isObject, textOf } from './value.js';

/** A function of expressions: `f(a, b)`, or `a.f(b)` which means the same. */
export interface ExpressionFunction {
  /** Types it takes at each place; `rest` means the last may be repeated. */
  readonly takes: readonly (readonly ValueType[])[];
  readonly optional?: number;
  readonly rest?: boolean;
  readonly gives: ValueType;
  readonly run: (given: readonly Json[], budget: Budget) => Json;
}

const text = ['string'] as const;
const number = ['number'] as const;
const list = ['array'] as const;
const scalar = ['string', 'number', 'boolean'] as const;

/** All functions by name. Pure; none reads a clock, a locale or the host. */
export const FUNCTIONS: ReadonlyMap<string, ExpressionFunction> = new Map<string, ExpressionFunction>([
  [
    'size',
    { takes: [['string', 'array', 'object']], gives: 'number', run: ([value]) => size(value as Json) },
  ],
  [
    'contains',
    { takes: [text, text], gives: 'boolean', run: (given, budget) => indexOf(given, budget) >= 0 },
  ],
  ['startsWith', textTest((whole, part) => whole.startsWith(part))],
  ['endsWith', textTest((whole, part) => whole.endsWith(part))],
  ['matches', textTest(matches)],
  ['lower', textChange((value) => value.toLowerCase())],
  ['upper', textChange((value) => value.toUpperCase())],
  ['lowerAscii', textChange((value) => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))],
  ['upperAscii', textChange((value) => value.replace(/[a-z]/g, (letter) => letter.toUpperCase()))],
  ['trim', textChange((value) => value.trim())],
  ['indexOf', { takes: [text, text], gives: 'number', run: indexOf }],
  ['substring', { takes: [text, number, number], optional: 1, gives: 'string', run: substring }],
  ['replace', { takes: [text, text, text], gives: 'string', run: replace }],
  ['split', { takes: [text, text], gives: 'array', run: split }],
  ['join', { takes: [list, text], optional: 1, gives: 'string', run: join }],
  [
    'string',
    { takes: [scalar], gives: 'string', run: ([value], budget) => produced(textOf(value as Json), budget) },
  ],
  ['number', { takes: [scalar], gives: 'number', run: ([value]) => toNumber(value as Json) }],
  ['double', { takes: [scalar], gives: 'number', run: ([value]) => toNumber(value as Json) }],
  ['int', { takes: [scalar], gives: 'number', run: ([value]) => Math.trunc(toNumber(value as Json)) }],
  ['bool', { takes: [scalar], gives: 'boolean', run: ([value]) => toBoolean(value as Json) }],
  ['abs', arithmetic(Math.abs)],
  ['floor', arithmetic(Math.floor)],
  ['ceil', arithmetic(Math.ceil)],
  ['round', { takes: [number, number], optional: 1, gives: 'number', run: round }],
  [
    'min',
    {
      takes: [['number', 'array'], number],
      optional: 1,
      rest: true,
      gives: 'number',
      run: extreme(Math.min),
    },
  ],
  [
    'max',
    {
      takes: [['number', 'array'], number],
      optional: 1,
      rest: true,
      gives: 'number',
      run: extreme(Math.max),
    },
  ],
  [
    'sum',
    { takes: [list], gives: 'number', run: ([values], budget) => sum(numbers(values as Json, budget)) },
  ],
  ['keys', { takes: [['object']], gives: 'array', run: keys }],
]);

function textTest(test: (whole: string, part: string, budget: Budget) => boolean): ExpressionFunction {
  const run = ([whole, part]: readonly Json[], budget: Budget): boolean => {
    budget.spend((part as string).length / 16);
    return test(whole as string, part as string, budget);
  };
  return { takes: [text, text], gives: 'boolean', run };
}

function textChange(change: (value: string) => string): ExpressionFunction {
  const run = ([value]: readonly Json[], budget: Budget): string => {
    budget.produce((value as string).length);
    return change(value as string);
  };
  return { takes: [text], gives: 'string', run };
}

function arithmetic(compute: (value: number) => number): ExpressionFunction {
  return { takes: [number], gives: 'number', run: ([value]) => compute(value as number) };
}

function produced(value: string, budget: Budget): string {
  budget.produce(value.length);
  return value;
}

/** Searching costs up to text times part in the worst case; the budget is charged for it beforehand. */
function search(whole: string, part: string, budget: Budget): void {
  budget.spend((whole.length * Math.max(1, Math.min(part.length, 256))) / 64);
}

function size(value: Json): number {
  return typeof value === 'string' || Array.isArray(value)
    ? value.length
    : Object.keys(value as JsonObject).length;
}

function indexOf([whole, part]: readonly Json[], budget: Budget): number {
  search(whole as string, part as string, budget);
  return (whole as string).indexOf(part as string);
}

function substring([value, start, end]: readonly Json[], budget: Budget): string {
  return produced((value as string).substring(start as number, end as number | undefined), budget);
}

function replace([value, from, to]: readonly Json[], budget: Budget): string {
  if (from === '') throw new ExpressionFault('replace() needs a text to look for.');
  const pieces = split([value as Json, from as Json], budget) as readonly string[];
  budget.produce((value as string).length + pieces.length * (to as string).length);
  return pieces.join(to as string);
}

function split([value, separator]: readonly Json[], budget: Budget): Json {
  search(value as string, separator as string, budget);
  const pieces = (value as string).split(separator as string);
  budget.produce((value as string).length + pieces.length);
  return pieces;
}

function join([values, separator = '']: readonly Json[], budget: Budget): string {
  const pieces = (values as readonly Json[]).map((value) => {
    budget.spend(1);
    if (typeof value === 'object') throw new ExpressionFault('join() takes a list of texts or numbers.');
    return String(value);
  });
  budget.produce(pieces.reduce((length, piece) => length + piece.length + (separator as string).length, 0));
  return pieces.join(separator as string);
}

function toNumber(value: Json): number {
  if (typeof value === 'string' && !/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(value)) {
    throw new ExpressionFault(`"${value.slice(0, 40)}" is not a number.`);
  }
  return Number(value);
}

function toBoolean(value: Json): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 1) return true;
  if (value === 'false' || value === 0) return false;
  throw new ExpressionFault('bool() takes true, false, 1 or 0.');
}

function round([value, digits = 0]: readonly Json[]): number {
  const places = digits as number;
  if (!Number.isInteger(places) || places < 0 || places > 12) {
    throw new ExpressionFault('round() takes 0 to 12 digits.');
  }
  const factor = 10 ** places;
  return Math.round((value as number) * factor) / factor;
}

function extreme(choose: (...values: number[]) => number): ExpressionFunction['run'] {
  return ([first, ...rest], budget) => {
    const values = Array.isArray(first) ? numbers(first as Json, budget) : ([first, ...rest] as number[]);
    if (values.length === 0) throw new ExpressionFault('An empty list has no smallest or largest value.');
    return values.reduce((left, right) => choose(left, right));
  };
}

function numbers(values: Json, budget: Budget): readonly number[] {
  budget.spend((values as readonly Json[]).length);
  return (values as readonly Json[]).map((value) => {
    if (typeof value !== 'number') throw new ExpressionFault('The list must hold only numbers.');
    return value;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}

function keys([value]: readonly Json[], budget: Budget): Json {
  const names = isObject(value as Json) ? Object.keys(value as JsonObject).sort() : [];
  budget.produce(names.length);
  return names;
}
