import type { Intervals } from './intervals.js';
import { complementIntervals, intersectIntervals, uniteIntervals } from './intervals.js';

/** The values that something may have. */
export interface ValueSet {
  readonly numbers: Intervals;
  readonly texts: Texts;
  readonly yes: boolean;
  readonly no: boolean;
  readonly none: boolean;
  /** Lists and objects. */
  readonly rest: boolean;
  /** Not there at all. */
  readonly missing: boolean;
}

/** Some texts, or all except some. */
interface Texts {
  readonly except: boolean;
  readonly of: ReadonlySet<string>;
}

const NO_TEXT: Texts = { except: false, of: new Set() };

export const NOTHING: ValueSet = {
  numbers: [],
  texts: NO_TEXT,
  yes: false,
  no: false,
  none: false,
  rest: false,
  missing: false,
};

export function numbers(intervals: Intervals): ValueSet {
  return { ...NOTHING, numbers: intervals };
}

export function texts(...of: readonly string[]): ValueSet {
  return { ...NOTHING, texts: { except: false, of: new Set(of) } };
}

export function exactly(value: null | boolean | number | string): ValueSet {
  if (value === null) return { ...NOTHING, none: true };
  if (typeof value === 'string') return texts(value);
  if (typeof value === 'number') {
    return numbers([{ from: value, to: value, fromOpen: false, toOpen: false }]);
  }
  return value ? { ...NOTHING, yes: true } : { ...NOTHING, no: true };
}

export function intersect(left: ValueSet, right: ValueSet): ValueSet {
  return {
    numbers: intersectIntervals(left.numbers, right.numbers),
    texts: intersectTexts(left.texts, right.texts),
    yes: left.yes && right.yes,
    no: left.no && right.no,
    none: left.none && right.none,
    rest: left.rest && right.rest,
    missing: left.missing && right.missing,
  };
}

export function unite(left: ValueSet, right: ValueSet): ValueSet {
  return {
    numbers: uniteIntervals(left.numbers, right.numbers),
    texts: complementTexts(intersectTexts(complementTexts(left.texts), complementTexts(right.texts))),
    yes: left.yes || right.yes,
    no: left.no || right.no,
    none: left.none || right.none,
    rest: left.rest || right.rest,
    missing: left.missing || right.missing,
  };
}

/** All else, being missing among it. */
export function complement(set: ValueSet): ValueSet {
  return {
    numbers: complementIntervals(set.numbers),
    texts: complementTexts(set.texts),
    yes: !set.yes,
    no: !set.no,
    none: !set.none,
    rest: !set.rest,
    missing: !set.missing,
  };
}

export function isEmpty(set: ValueSet): boolean {
  return (
    set.numbers.length === 0 &&
    !set.texts.except &&
    set.texts.of.size === 0 &&
    !(set.yes || set.no || set.none || set.rest || set.missing)
  );
}

/** Whether it says nothing. */
export function isEverything(set: ValueSet): boolean {
  return isEmpty(complement(set));
}

function intersectTexts(left: Texts, right: Texts): Texts {
  if (left.except && right.except) return { except: true, of: new Set([...left.of, ...right.of]) };
  const [named, other] = left.except ? [right, left] : [left, right];
  return { except: false, of: new Set([...named.of].filter((text) => other.of.has(text) !== other.except)) };
}

function complementTexts({ except, of }: Texts): Texts {
  return { except: !except, of };
}
