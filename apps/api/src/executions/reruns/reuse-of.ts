import type { Plan } from '#definition/plan';
import type { Reference } from '#definition';
import { isWithin, workKey } from '#interpreter';
import type { Reuse } from '#interpreter';
import type { EarlierStep } from '#persistence';
import { followersOf } from './follows.js';

/**
 * What a rerun of an execution may take over: all that was finished, but for the place to start from and what
 * comes after it. Whether it is the same work is for the interpreter to see, by its key.
 */
export function reuseOf(
  earlier: { readonly id: string; readonly documents: Reference | null },
  steps: readonly EarlierStep[],
  plan: Plan,
  from: string | null,
): Reuse {
  const leftOut = from === null ? [] : [from, ...followersOf(plan, from)];
  const entries = steps.flatMap(({ path, stepType, configuration, incoming, output }) => {
    if (output === null || configuration === null) return [];
    if (leftOut.some((place) => isWithin(path, place))) return [];
    const { documents } = earlier;
    const key = workKey({ stepType, configuration, incoming: incoming ?? {}, documents });
    return [[path, { key, output }] as const];
  });
  return { executionId: earlier.id, outputs: Object.fromEntries(entries) };
}
