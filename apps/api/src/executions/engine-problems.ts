import type { Problem } from '#definition';
import { callProblem } from '../problems/to-problem-model.js';
import { EngineUnavailable } from '../temporal/execution-engine.js';

/** Runs what needs Temporal; gives a problem UNAVAILABLE when it does not answer. */
export async function engineAway(
  action: () => Promise<unknown>,
  problem: Pick<Problem, 'severity' | 'message'>,
): Promise<readonly Problem[]> {
  try {
    await action();
    return [];
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return [{ ...callProblem('UNAVAILABLE', '', problem.message), severity: problem.severity }];
  }
}
