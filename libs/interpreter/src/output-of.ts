import type { JsonObject } from '#definition/plan';
import { at } from './plan-index.js';
import type { ScopeSight, Tick } from './tick.js';
import { stateOf } from './tick.js';

/** What a run gives: by id of each end step that gave something, its facts and references. */
export function outputOf(tick: Tick, scope: ScopeSight): JsonObject {
  const outputs: [string, JsonObject][] = [];
  for (const index of at(tick.plan.scopes, scope.scope).steps) {
    const state = stateOf(tick, scope, index);
    if (state?.kind !== 'ended' || state.output === null) continue;
    if (at(tick.index.outgoing, index).length > 0) continue;
    const references = Object.entries(state.output.references).map(([name, reference]) => [
      name,
      { ...reference },
    ]);
    outputs.push([
      at(tick.plan.steps, index).id,
      { ...state.output.facts, ...(Object.fromEntries(references) as JsonObject) },
    ]);
  }
  return Object.fromEntries(outputs);
}
