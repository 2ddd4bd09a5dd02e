import type { Reference, StepOutput } from '#definition/plan';
import { referenceOf } from '../inheritance.js';
import { at } from '../plan-index.js';
import { endedStep } from '../scene.js';
import type { Origin } from '../state.js';
import type { ScopeDraft, Tick } from '../tick.js';

/** What the last steps of a body hand on, by output name; without what came in from outside. */
export function referencesOfBody(
  tick: Tick,
  region: ScopeDraft,
  got: readonly Origin[],
): StepOutput['references'] {
  const outside = new Set(got.map(([step, name]) => `${step} ${name}`));
  const named = new Map<string, Reference>();
  for (const index of at(tick.plan.scopes, region.scope).steps) {
    if (at(tick.index.outgoing, index).length > 0) continue;
    for (const origin of endedStep(tick, region, index)?.hands ?? []) {
      const [step, name] = origin;
      if (outside.has(`${step} ${name}`)) continue;
      add(named, name, referenceOf(tick, region, origin));
    }
  }
  return Object.fromEntries(named);
}

/** Under its own name, or with a number behind it when another has that name. */
function add(named: Map<string, Reference>, name: string, reference: Reference): void {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? name : `${name}_${number}`;
    const known = named.get(key);
    if (known?.$ref === reference.$ref) return;
    if (known !== undefined) continue;
    named.set(key, reference);
    return;
  }
}
