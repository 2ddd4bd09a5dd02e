import type { WorkflowStep } from '#persistence';
import type { Effect } from './effects.js';

/** Where what was seen outside and what is recorded do not agree. */
export interface Disagreement {
  /** Ran again although their result, or a failure that is not to be tried again, was recorded. */
  readonly repeated: readonly string[];
  /**
   * Recorded as completed more than once, or completed unseen, or seen more often than the tables know attempts; or an
   * attempt was used up by something else than the loss of its worker.
   */
  readonly miscounted: readonly string[];
}

/**
 * Compares the rows of an execution with the effects of its steps. The end of a row is noted before it is written, and
 * after its own effect: an effect that came later is of a step that ran again.
 */
export function disagreementOf(
  executionId: string,
  rows: readonly WorkflowStep[],
  seen: readonly Effect[],
): Disagreement {
  const effects = groupBy(seen, ({ step }) => step);
  const repeated: string[] = [];
  const miscounted: string[] = [];
  for (const [path, attempts] of groupBy(rows, (row) => row.path)) {
    const step = `${executionId}/${path}`;
    const completed = attempts.filter(({ status }) => status === 'completed');
    if (completed.length > 1) miscounted.push(`${step}: ${completed.length} completed attempts`);
    if (attempts[0]?.stepType !== 'http_request') continue;
    for (const { status, error, attempt } of attempts.slice(0, -1)) {
      if (status === 'failed' && error?.code === 'WORKER_LOST') continue;
      if (error?.retryable === false) repeated.push(`${step}: after ${error.code}, which is final`);
      else miscounted.push(`${step}: attempt ${attempt} is ${status}, ${error?.code}: ${error?.message}`);
    }
    const runs = effects.get(step) ?? [];
    const endedAt = completed[0]?.completedAt?.getTime() ?? Infinity;
    if (runs.some(({ at }) => at > endedAt)) repeated.push(step);
    if (completed.length > 0 && runs.length === 0) miscounted.push(`${step}: completed, never seen`);
    if (runs.length > attempts.length)
      miscounted.push(`${step}: seen ${runs.length} times in ${attempts.length} attempts`);
  }
  return { repeated, miscounted };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
