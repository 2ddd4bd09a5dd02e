import type { IncomingReferences, PlanStep, Reference, StepOutput } from '#definition/plan';
import { EngineFault } from './engine-fault.js';
import { at } from './plan-index.js';
import { endedStep } from './scene.js';
import type { Inherited, Origin } from './state.js';
import type { StepError } from './status.js';
import type { ScopeDraft, Tick } from './tick.js';
import { edgeState } from './tick.js';

/**
 * What a step gets along its live edges, in definition order: the references its sources hand on, and
 * the routed error nearest to it. The same reference arriving over several branches counts once.
 */
export function inherit(tick: Tick, scope: ScopeDraft, step: PlanStep): Inherited {
  const origins = new Map<string, Origin>();
  let cause: number | null = null;
  let lists = 0;
  let only: readonly Origin[] = [];
  for (const index of step.incoming) {
    if (edgeState(tick, scope, index) !== 1) continue;
    const edge = at(tick.plan.edges, index);
    const source = endedStep(tick, scope, edge.source);
    if (source === null) continue;
    cause ??= edge.port === 'error' && source.error !== null ? edge.source : source.cause;
    lists += 1;
    only = source.hands;
    for (const origin of source.hands) {
      const key = `${origin[0]} ${origin[1]}`;
      if (!origins.has(key)) origins.set(key, origin);
    }
  }
  return { got: lists === 1 ? only : [...origins.values()], cause };
}

/**
 * What a step hands on: what it made, and what it got, except the kinds it gives itself.
 * Made ones stand in the order of their names, since object keys have no order worth trusting.
 */
export function handsOn(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  output: StepOutput | null,
  got: readonly Origin[],
): readonly Origin[] {
  const made = Object.keys(output?.references ?? {}).sort();
  const passed = step.gives.length === 0 ? got : got.filter((origin) => !gives(tick, scope, step, origin));
  return made.length === 0 ? passed : [...made.map((name) => [step.index, name] as const), ...passed];
}

function gives(tick: Tick, scope: ScopeDraft, step: PlanStep, origin: Origin): boolean {
  return step.gives.includes(referenceOf(tick, scope, origin).kind);
}

/** The references themselves, by kind. */
export function referencesByKind(tick: Tick, scope: ScopeDraft, got: readonly Origin[]): IncomingReferences {
  const byKind = new Map<string, Reference[]>();
  for (const origin of got) {
    const reference = referenceOf(tick, scope, origin);
    const list = byKind.get(reference.kind) ?? [];
    if (list.every((known) => known.$ref !== reference.$ref)) list.push(reference);
    byKind.set(reference.kind, list);
  }
  return Object.fromEntries(byKind);
}

function referenceOf(tick: Tick, scope: ScopeDraft, [step, name]: Origin): Reference {
  const reference = endedStep(tick, scope, step)?.output?.references[name];
  if (reference === undefined) throw new EngineFault(`Output "${name}" of a step is gone.`);
  return reference;
}

/** The error that a step sees as `error`. */
export function inheritedError(tick: Tick, scope: ScopeDraft, cause: number | null): StepError | null {
  return cause === null ? null : (endedStep(tick, scope, cause)?.error ?? null);
}
