import type { Plan, PlanEdge, PlanStep } from '#definition/plan';

/** Look-ups derived from a plan, so that no event has to search for anything. */
export interface PlanIndex {
  /** By step index: its place among the steps of its scope. */
  readonly stepPosition: readonly number[];
  /** By edge index: its place among the edges of its scope. */
  readonly edgePosition: readonly number[];
  /** By step index: the edges that leave it, in definition order. */
  readonly outgoing: readonly (readonly PlanEdge[])[];
  /** By scope index: its steps by id. */
  readonly byId: readonly ReadonlyMap<string, PlanStep>[];
}

/** A plan never changes, so what derives from it can be kept as long as it lives. */
const indices = new WeakMap<Plan, PlanIndex>();

export function indexOf(plan: Plan): PlanIndex {
  const known = indices.get(plan);
  if (known !== undefined) return known;
  const index = build(plan);
  indices.set(plan, index);
  return index;
}

function build(plan: Plan): PlanIndex {
  const stepPosition: number[] = [];
  const edgePosition: number[] = [];
  const outgoing: PlanEdge[][] = plan.steps.map(() => []);
  for (const scope of plan.scopes) {
    scope.steps.forEach((step, position) => (stepPosition[step] = position));
    scope.edges.forEach((edge, position) => (edgePosition[edge] = position));
  }
  for (const edge of plan.edges) at(outgoing, edge.source).push(edge);
  const byId = plan.scopes.map(
    (scope) => new Map(scope.steps.map((step) => [at(plan.steps, step).id, at(plan.steps, step)])),
  );
  return { stepPosition, edgePosition, outgoing, byId };
}

/** The element at an index that a plan promises to be there; anything else is an engine fault. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`The plan has nothing at index ${index}.`);
  return element;
}

/** The step at a position within a scope of the plan. */
export function stepAt(plan: Plan, scope: number, position: number): PlanStep {
  return at(plan.steps, at(at(plan.scopes, scope).steps, position));
}
