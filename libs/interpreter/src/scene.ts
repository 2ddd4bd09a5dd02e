import type { Json, JsonObject, PlanStep, Read, ReadValue } from '#definition/plan';
import { at } from './plan-index.js';
import { inputsAt } from './run-root.js';
import type { EndedStep, ScopeState } from './state.js';
import type { StepError } from './status.js';
import type { ScopeDraft, ScopeSight, Tick } from './tick.js';
import { sightOf, stateOf } from './tick.js';
import { variableIn } from './variables.js';

/** Where an expression is evaluated: what its names mean. */
export interface Scene {
  readonly tick: Tick;
  readonly scope: ScopeSight;
  readonly step: PlanStep;
  /** The step's own facts as far as they are known; others read theirs from the state. */
  readonly facts: JsonObject | null;
  /** What a merge has come together from. */
  readonly values: Json | null;
  /** The error that `error.code` and its like speak of. */
  readonly error: StepError | null;
  /** A round about to begin, when that is what the expression is about. */
  readonly round?: ScopeState['round'];
}

/** The scene of a step at work, whose scope instance may be changed. */
export interface StepScene extends Scene {
  readonly scope: ScopeDraft;
}

/** Gives the values of names in a scene; undefined for what is missing. */
export function readIn(scene: Scene): ReadValue {
  return (read) => valueOf(scene, read);
}

function valueOf(scene: Scene, read: Read): Json | undefined {
  const { tick } = scene;
  switch (read.kind) {
    case 'input':
      return own(inputsAt(tick, scene.scope), read.name);
    case 'variable':
      return variableIn(tick, scene.scope, at(tick.plan.variables, read.variable).name);
    case 'fact':
      return fact(scene, read.step, read.fact);
    case 'skipped':
      return skipped(scene, read.step);
    case 'error':
      return errorField(scene, read.field);
    case 'values':
      return scene.values ?? undefined;
    case 'loop':
      return (scene.round ?? roundAround(scene))?.[read.field];
  }
}

function fact(scene: Scene, step: number, name: string): Json | undefined {
  if (step === scene.step.index && scene.facts !== null) return own(scene.facts, name);
  const output = endedStep(scene.tick, scene.scope, step)?.output ?? null;
  if (output === null) return undefined;
  const reference = Object.hasOwn(output.references, name) ? output.references[name] : undefined;
  return own(output.facts, name) ?? (reference === undefined ? undefined : { ...reference });
}

function skipped(scene: Scene, step: number): Json | undefined {
  const ended = endedStep(scene.tick, scene.scope, step);
  return ended === null ? undefined : ended.status === 'skipped';
}

function errorField(scene: Scene, field: 'code' | 'message' | 'step'): Json | undefined {
  if (scene.error === null) return undefined;
  return field === 'step' ? (scene.error.stepId ?? undefined) : scene.error[field];
}

function roundAround({ tick, scope }: Scene): ScopeState['round'] {
  for (let around = scope; ; around = sightOf(tick, around.parent)) {
    if (around.round !== null) return around.round;
    if (around.parent === null) return null;
  }
}

/** How a step ended, seen from a scope instance: in it, or in one around it. */
export function endedStep(tick: Tick, from: ScopeSight, step: number): EndedStep | null {
  const home = at(tick.plan.steps, step).scope;
  for (let scope = from; ; scope = sightOf(tick, scope.parent)) {
    if (scope.scope === home) {
      const state = stateOf(tick, scope, step);
      return state?.kind === 'ended' ? state : null;
    }
    if (scope.parent === null) return null;
  }
}

function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
