import type { Problem } from '#definition';
import { toProblemModel } from '../../problems/to-problem-model.js';
import type { Foresight } from './foresee.js';
import type { RerunPlan } from './rerun-plan.model.js';

/** Steps of one list at most. */
const SHOWN = 1_000;

const NOTHING: Foresight = { reused: [], runs: [], complete: true };

export function toRerunPlan(foresight: Foresight | null, problems: readonly Problem[]): RerunPlan {
  const { reused, runs, complete } = foresight ?? NOTHING;
  return {
    reused: reused.slice(0, SHOWN).map((step) => ({ ...step })),
    reusedCount: reused.length,
    runs: runs.slice(0, SHOWN).map((step) => ({ ...step })),
    runsCount: runs.length,
    complete,
    problems: problems.map(toProblemModel),
  };
}
