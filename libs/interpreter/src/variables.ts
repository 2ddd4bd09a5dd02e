import type { Json, JsonObject, PlanVariable } from '#definition/plan';
import { containerOf } from './container.js';
import { EngineFault } from './engine-fault.js';
import { stepPath } from './instance-path.js';
import { runRoot } from './run-root.js';
import type { ScopeDraft, ScopeSight, Tick } from './tick.js';
import { draftOf, setState, sightOf, stateOf } from './tick.js';

/** Where a value of a variable lives. */
export type Home =
  | { readonly kind: 'scope'; readonly key: string; readonly path: string }
  /** With a loop, carried from round to round. */
  | { readonly kind: 'loop'; readonly key: string; readonly step: number; readonly path: string };

/** The value of a variable seen from a scope instance: the innermost there is. */
export function variableIn(tick: Tick, from: ScopeSight, name: string): Json | undefined {
  for (let scope = from; ; scope = sightOf(tick, scope.parent)) {
    if (Object.hasOwn(scope.variables, name)) return scope.variables[name];
    const container = containerOf(tick, scope);
    const carried = container?.state?.kind === 'looping' ? container.state.variables : {};
    if (Object.hasOwn(carried, name)) return carried[name];
    if (scope.parent === null) return undefined;
  }
}

/** Where a step in a scope instance sets a variable: its run's root, the innermost loop, or the instance itself. */
export function homeOf(
  tick: Tick,
  scope: ScopeSight & Pick<ScopeDraft, 'key'>,
  variable: PlanVariable,
): Home {
  if (variable.scope === 'temporary') return { kind: 'scope', key: scope.key, path: scope.path };
  const root = runRoot(tick, scope);
  const ofRun: Home = { kind: 'scope', key: root.path, path: root.path };
  if (variable.scope !== 'step' || root === scope) return ofRun;
  let { parent } = scope;
  for (let from: ScopeSight = scope; parent !== null; { parent } = from) {
    const container = containerOf(tick, from);
    if (container?.state?.kind === 'looping') {
      const { step } = container;
      return { kind: 'loop', key: parent, step: step.index, path: stepPath(container.scope.path, step.id) };
    }
    from = sightOf(tick, parent);
    if (from === root) return ofRun;
  }
  return ofRun;
}

/** Sets it; whoever does says so in the record. */
export function setVariable(tick: Tick, home: Home, name: string, value: Json): void {
  const scope = draftOf(tick, home.key);
  if (home.kind === 'scope') scope.variables = withValue(scope.variables, name, value);
  else {
    const state = stateOf(tick, scope, home.step);
    if (state?.kind !== 'looping') throw new EngineFault(`There is no loop at "${home.path}".`);
    setState(tick, scope, home.step, { ...state, variables: withValue(state.variables, name, value) });
  }
}

function withValue(variables: JsonObject, name: string, value: Json): JsonObject {
  return { ...variables, [name]: value };
}

/** Whether a value fits the declared type; null always does. */
export function fits(value: Json, variable: Pick<PlanVariable, 'type'>): boolean {
  return value === null || kindOf(value) === variable.type;
}

export function kindOf(value: Json): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
