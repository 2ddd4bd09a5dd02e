import fc from 'fast-check';
import { complementIntervals, intersectIntervals, uniteIntervals } from './intervals.js';
import type { Interval, Intervals } from './intervals.js';
import { complement, exactly, intersect, isEmpty, isEverything, numbers, texts, unite } from './value-set.js';
import type { ValueSet } from './value-set.js';

const bound = fc.integer({ min: -3, max: 3 });
const interval: fc.Arbitrary<Interval> = fc
  .tuple(bound, bound, fc.boolean(), fc.boolean())
  .filter(([a, b, open, close]) => a < b || (a === b && !open && !close))
  .map(([from, to, fromOpen, toOpen]) => ({ from, to, fromOpen, toOpen }));
const intervals = fc
  .array(interval, { maxLength: 3 })
  .map((list) => list.reduce<Intervals>((all, one) => uniteIntervals(all, [one]), []));

const holds = (set: Intervals, value: number): boolean =>
  set.some(
    ({ from, to, fromOpen, toOpen }) =>
      (fromOpen ? value > from : value >= from) && (toOpen ? value < to : value <= to),
  );
const PLACES = Array.from({ length: 33 }, (_, index) => -4 + index / 4);

describe('intervals', () => {
  it('hold after each operation what they should, and nothing else', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) =>
        PLACES.every(
          (place) =>
            holds(intersectIntervals(a, b), place) === (holds(a, place) && holds(b, place)) &&
            holds(uniteIntervals(a, b), place) === (holds(a, place) || holds(b, place)) &&
            holds(complementIntervals(a), place) === !holds(a, place),
        ),
      ),
    );
  });
});

describe('sets of values', () => {
  const set: fc.Arbitrary<ValueSet> = fc
    .tuple(intervals, fc.subarray(['a', 'b']), fc.boolean(), fc.boolean())
    .map(([list, words, yes, other]) => {
      const made = unite(unite(numbers(list), texts(...words)), yes ? exactly(true) : exactly(null));
      return other ? complement(made) : made;
    });

  it('obey the laws of sets', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(isEmpty(intersect(a, complement(a)))).toBe(true);
        expect(isEverything(unite(a, complement(a)))).toBe(true);
        const outside = complement(unite(a, b));
        const both = intersect(complement(a), complement(b));
        return isEmpty(intersect(outside, complement(both))) && isEmpty(intersect(both, complement(outside)));
      }),
    );
  });

  it('tell kinds of values apart', () => {
    for (const value of [1, 'a', true, false, null]) {
      for (const other of [1, 'a', true, false, null]) {
        expect(isEmpty(intersect(exactly(value), exactly(other)))).toBe(value !== other);
      }
    }
  });
});
