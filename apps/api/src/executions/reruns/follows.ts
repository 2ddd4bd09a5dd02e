import type { Plan, PlanStep } from '#definition/plan';

const ROUND = /\[\d+\]$/;

/** Paths of everything that comes after the step instance or round at a path, in its scope and outwards. */
export function followersOf(plan: Plan, path: string): readonly string[] {
  const parts = path.split('/');
  return parts.flatMap((part, index) => {
    const step = plan.steps.find(({ id }) => id === part.replace(ROUND, ''));
    if (step === undefined) return [];
    const scope = parts.slice(0, index).join('/');
    return [...downstream(plan, step)].map((id) => (scope === '' ? id : `${scope}/${id}`));
  });
}

/** The path itself and all that it stands in: `each[3]/embed`, `each[3]`, `each`. */
export function placesOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.flatMap((part, index) => {
    const here = [...parts.slice(0, index), part].join('/');
    return ROUND.test(part) ? [here, here.replace(ROUND, '')] : [here];
  });
}

/** Ids of steps in the same scope; what tidies up behind a region comes after all of it. */
function downstream(plan: Plan, step: PlanStep): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [...targetsOf(plan, step), ...tidyingUp(plan, step)];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (found.has(next.id)) continue;
    found.add(next.id);
    left.push(...targetsOf(plan, next));
  }
  return found;
}

function targetsOf(plan: Plan, { outputs }: PlanStep): readonly PlanStep[] {
  return outputs
    .flatMap(({ edges }) => edges)
    .flatMap((edge) => stepsAt(plan, [plan.edges[edge]?.target ?? -1]));
}

function tidyingUp(plan: Plan, { scope }: PlanStep): readonly PlanStep[] {
  const { owner = null, region } = plan.scopes[scope] ?? {};
  if (region !== 'body' || owner === null) return [];
  const regions = plan.scopes.filter((other) => other.owner === owner && other.region === 'finally');
  return regions.flatMap(({ steps }) => stepsAt(plan, steps));
}

function stepsAt({ steps }: Plan, indices: readonly number[]): readonly PlanStep[] {
  return indices.flatMap((index) => steps[index] ?? []);
}
