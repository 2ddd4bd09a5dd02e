import type { IncomingReferences, PlanStep, Reference, StepOutput } from '#definition/plan';
import { containerOf } from './container.js';
import { EngineFault } from './engine-fault.js';
import { at } from './plan-index.js';
import { endedStep } from './scene.js';
import type { Inherited, Origin } from './state.js';
import type { StepError } from './status.js';
import type { ScopeDraft, ScopeSight, Tick } from './tick.js';
import { edgeState } from './tick.js';

const NOTHING: Inherited = { got: [], cause: null };

/**
 * What a step gets along its live edges, in definition order: the references its sources hand on, and
 * the routed error nearest to it. The same reference arriving over several branches counts once. The first
 * steps inside a container get what the container got.
 */
export function inherit(tick: Tick, scope: ScopeDraft, step: PlanStep): Inherited {
  if (step.incoming.length === 0) {
    const { got, cause } = containerOf(tick, scope)?.state ?? NOTHING;
    return { got, cause };
  }
  let cause: number | null = null;
  const lists: (readonly Origin[])[] = [];
  for (const index of step.incoming) {
    if (edgeState(tick, scope, index) !== 1) continue;
    const edge = at(tick.plan.edges, index);
    const source = endedStep(tick, scope, edge.source);
    if (source === null) continue;
    cause ??= edge.port === 'error' && source.error !== null ? edge.source : source.cause;
    lists.push(source.hands);
  }
  return { got: distinct(lists), cause };
}

function distinct(lists: readonly (readonly Origin[])[]): readonly Origin[] {
  const [only = []] = lists;
  if (lists.length < 2) return only;
  const origins = new Map<string, Origin>();
  for (const origin of lists.flat()) {
    const key = `${origin[0]} ${origin[1]}`;
    if (!origins.has(key)) origins.set(key, origin);
  }
  return [...origins.values()];
}

/**
 * What a step hands on: what it made, and what it got, except the kinds it gives itself. A container gives
 * the kinds it turns out to have made. Made ones stand in the order of their names, since object keys have no
 * order worth trusting.
 */
export function handsOn(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  output: StepOutput | null,
  got: readonly Origin[],
): readonly Origin[] {
  const references = output?.references ?? {};
  const made = Object.keys(references).sort();
  const contained = step.body.kind === 'try' ? Object.values(references).map(({ kind }) => kind) : [];
  const gives = [...step.gives, ...contained];
  const passed =
    gives.length === 0 ? got : got.filter((origin) => !gives.includes(referenceOf(tick, scope, origin).kind));
  return made.length === 0 ? passed : [...made.map((name) => [step.index, name] as const), ...passed];
}

/** The references themselves, by kind. */
export function referencesByKind(tick: Tick, scope: ScopeDraft, got: readonly Origin[]): IncomingReferences {
  if (got.length === 0) return {};
  const byKind = new Map<string, Reference[]>();
  for (const origin of got) {
    const reference = referenceOf(tick, scope, origin);
    const list = byKind.get(reference.kind) ?? [];
    if (list.every((known) => known.$ref !== reference.$ref)) list.push(reference);
    byKind.set(reference.kind, list);
  }
  return Object.fromEntries(byKind);
}

export function referenceOf(tick: Tick, scope: ScopeSight, [step, name]: Origin): Reference {
  const reference = endedStep(tick, scope, step)?.output?.references[name];
  if (reference === undefined) throw new EngineFault(`Output "${name}" of a step is gone.`);
  return reference;
}

/** The error that a step sees as `error`: the routed one that led to it, else the one its `finally` is about. */
export function inheritedError(tick: Tick, scope: ScopeSight, cause: number | null): StepError | null {
  if (cause !== null) return endedStep(tick, scope, cause)?.error ?? null;
  for (let from = scope; ;) {
    const container = containerOf(tick, from);
    if (container === null) return null;
    const { state } = container;
    const isFinally = at(tick.plan.scopes, from.scope).region === 'finally';
    if (isFinally && state?.kind === 'trying' && state.outcome?.kind === 'failed') return state.outcome.error;
    from = container.scope;
  }
}
