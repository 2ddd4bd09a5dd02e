import type { Json, JsonObject, Plan, PlanVariable, Reference } from '#definition/plan';
import { containerOf } from './container.js';
import type { ScopeSight, Tick } from './tick.js';
import { sightOf } from './tick.js';

/** The outermost scope instance of the run that a scope instance belongs to: the root, or a row of a bulk run. */
export function runRoot(tick: Tick, from: ScopeSight): ScopeSight {
  for (let scope = from; ; scope = sightOf(tick, scope.parent)) {
    if (scope.parent === null || isRow(tick, scope)) return scope;
  }
}

/** Whether a scope instance is a row of a bulk run. */
export function isRow(tick: Tick, scope: Pick<ScopeSight, 'scope' | 'parent'>): boolean {
  const body = containerOf(tick, scope)?.step.body;
  return body?.kind === 'loop' && body.rows === true;
}

/** The inputs of the run: those of the execution, or those of the row. */
export function inputsAt(tick: Tick, from: ScopeSight): JsonObject {
  const { round } = runRoot(tick, from);
  return round === null ? tick.start.input : (round.item as JsonObject);
}

/** Inputs that were not given take their default; those of type `documents` take the execution's documents. */
export function withDefaults(plan: Plan, input: JsonObject, documents: Reference | null): JsonObject {
  const filled = plan.inputs.flatMap(({ name, type, default: value }): (readonly [string, Json])[] => {
    if (Object.hasOwn(input, name)) return [];
    if (type === 'documents' && documents !== null) return [[name, { ...documents }]];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries([...Object.entries(input), ...filled]);
}

/** What the variables of a run begin with. */
export function initialVariables(variables: readonly PlanVariable[]): JsonObject {
  return Object.fromEntries(
    variables.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value] as const])),
  );
}
