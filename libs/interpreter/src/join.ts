import type { PlanJoin } from '#definition/plan';

/** How a step's incoming edges stand. */
export interface EdgeCounts {
  readonly live: number;
  readonly dead: number;
  readonly undecided: number;
}

export type JoinVerdict = 'wait' | 'run' | 'skip' | 'impossible';

/** What a step's join says of its incoming edges. A step without any runs at once. */
export function joinVerdict(join: PlanJoin, counts: EdgeCounts): JoinVerdict {
  const { live, dead, undecided } = counts;
  if (live + dead + undecided === 0) return 'run';
  if (live + undecided === 0) return 'skip';
  switch (join.kind) {
    case 'all':
      return undecided > 0 ? 'wait' : 'run';
    case 'every':
      if (dead > 0) return 'skip';
      return undecided > 0 ? 'wait' : 'run';
    case 'any':
    case 'race':
      return live > 0 ? 'run' : 'wait';
    case 'atLeast':
      if (live >= join.count) return 'run';
      if (live > 0 && live + undecided < join.count) return 'impossible';
      return 'wait';
  }
}
