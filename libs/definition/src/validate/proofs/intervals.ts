/** Numbers from one bound to another; an open bound is not part of it. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly fromOpen: boolean;
  readonly toOpen: boolean;
}

/** Intervals in order that do not touch. */
export type Intervals = readonly Interval[];

export function intersectIntervals(left: Intervals, right: Intervals): Intervals {
  const shared: Interval[] = [];
  for (const a of left) {
    for (const b of right) {
      const lower = a.from > b.from || (a.from === b.from && a.fromOpen) ? a : b;
      const upper = a.to < b.to || (a.to === b.to && a.toOpen) ? a : b;
      const both = { from: lower.from, to: upper.to, fromOpen: lower.fromOpen, toOpen: upper.toOpen };
      if (both.from < both.to || (both.from === both.to && !both.fromOpen && !both.toOpen)) shared.push(both);
    }
  }
  return shared;
}

/** All other numbers. */
export function complementIntervals(intervals: Intervals): Intervals {
  const rest: Interval[] = [];
  let from = -Infinity;
  let fromOpen = true;
  for (const next of intervals) {
    const gap = { from, to: next.from, fromOpen, toOpen: !next.fromOpen };
    if (gap.from < gap.to || (gap.from === gap.to && !gap.fromOpen && !gap.toOpen)) rest.push(gap);
    [from, fromOpen] = [next.to, !next.toOpen];
  }
  if (from < Infinity) rest.push({ from, to: Infinity, fromOpen, toOpen: true });
  return rest;
}

export function uniteIntervals(left: Intervals, right: Intervals): Intervals {
  return complementIntervals(intersectIntervals(complementIntervals(left), complementIntervals(right)));
}
