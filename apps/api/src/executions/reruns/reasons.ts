import type { Plan } from '#definition/plan';
import { isWithin } from '#interpreter';
import type { EarlierStep } from '#persistence';
import { followersOf, placesOf } from './follows.js';

type At = { readonly path: string };

/** Says of each step that runs in a rerun why it does, in one sentence. */
export function reasons(
  plan: Plan,
  runs: readonly At[],
  earlier: readonly EarlierStep[],
  from: string | null,
): (step: At) => string {
  const before = new Map(earlier.map((step) => [step.path, step]));
  const causes = new Map<string, string>();
  for (const { path } of [...(from === null ? [] : [{ path: from }]), ...runs])
    for (const follower of followersOf(plan, path)) if (!causes.has(follower)) causes.set(follower, path);
  return ({ path }) => {
    if (from === '') return 'All of it is done again.';
    if (from !== null && isWithin(path, from)) return 'It is where the rerun starts.';
    const known = before.get(path);
    if (known === undefined || isUntouched(known)) return 'It was not done before.';
    if (known.status !== 'completed') return ENDS[known.status] ?? 'It had not ended before.';
    const cause = placesOf(path).flatMap((place) => causes.get(place) ?? [])[0];
    if (cause !== undefined) return `It comes after "${cause}", which runs.`;
    return UNREPEATABLE[known.stepType]?.(known) ?? 'Its settings or what it gets have changed.';
  };
}

function isUntouched({ status, started }: EarlierStep): boolean {
  return status === 'skipped' || (status === 'cancelled' && !started);
}

const ENDS: Readonly<Record<string, string>> = {
  failed: 'It failed before.',
  cancelled: 'It was cancelled before.',
};

/** What cannot be taken over although nothing has changed. */
const UNREPEATABLE: Readonly<Record<string, (step: EarlierStep) => string | null>> = {
  approval: ({ output }) =>
    typeof output?.facts['actor'] === 'string' ? null : 'Nobody decided before its time was over.',
  wait_for_event: ({ output }) =>
    Object.hasOwn(output?.facts ?? {}, 'payload') ? null : 'What it waits for did not come in time.',
};
