import type { JsonObject } from '#definition/plan';
import { EngineFault } from './engine-fault.js';
import { at } from './plan-index.js';
import { recordStatus } from './recording.js';
import type { ScopeDraft, Tick } from './tick.js';
import { draftOf, stateOf } from './tick.js';

/** Ends the execution when nothing is undecided and nothing runs. */
export function finishWhenDone(tick: Tick): void {
  const root = draftOf(tick, '');
  if (root.open > 0) {
    assertGoingOn(tick, root);
    return;
  }
  if (root.edges.includes(0)) throw new EngineFault('Every step has ended, and a connection is undecided.');
  const stopped = root.stopping;
  const status = stopped?.kind ?? 'completed';
  const error = stopped?.kind === 'failed' ? stopped.error : null;
  const output = outputOf(tick, root);
  recordStatus(tick, status, output, error);
  tick.commands.push({ kind: 'finish', status, output, error });
}

/** Something undecided while nothing runs or waits to run would never end: a fault, never a success. */
function assertGoingOn(tick: Tick, scope: ScopeDraft): void {
  if (tick.inFlight > 0 || scope.ready.length > 0) return;
  const stuck = at(tick.plan.scopes, scope.scope).steps.filter(
    (step) => stateOf(tick, scope, step)?.kind !== 'ended',
  );
  const names = stuck.slice(0, 3).map((step) => `"${at(tick.plan.steps, step).id}"`);
  throw new EngineFault(`Nothing runs, and ${names.join(', ')} can never be decided.`);
}

/** By id of each end step that gave something: its facts and references. */
function outputOf(tick: Tick, root: ScopeDraft): JsonObject {
  const outputs: [string, JsonObject][] = [];
  for (const index of at(tick.plan.scopes, root.scope).steps) {
    const state = stateOf(tick, root, index);
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
