import type { PlanStep } from '#definition/plan';
import type { EngineWorkFailed, ItemsLoaded, ResultsStored } from '../event.js';
import { failStep } from '../fail-step.js';
import { ITEMS_PAGE } from '../limits.js';
import { locate } from '../locate.js';
import type { LoopingStep } from '../state.js';
import type { ScopeDraft, Tick } from '../tick.js';
import { endLoopWhenDone, succeed } from './loop-end.js';
import { countRest } from './loop-progress.js';
import { openRounds } from './loop-rounds.js';
import { changeLoop } from './loop-state.js';

/** A page of the list is here; a short one was the last. */
export function itemsLoaded(tick: Tick, { path, offset, items }: ItemsLoaded): boolean {
  const found = looping(tick, path);
  if (found === null || !found.state.asked || found.state.next !== offset) return false;
  const { scope, step, state } = found;
  tick.inFlight -= 1;
  const last = items.length < ITEMS_PAGE;
  changeLoop(tick, scope, step, {
    asked: false,
    items,
    offset,
    source: last ? null : state.source,
    total: last ? offset + items.length : null,
  });
  if (last) countRest(tick, scope, step);
  openRounds(tick, scope, step);
  return true;
}

export function resultsStored(tick: Tick, { path, reference }: ResultsStored): boolean {
  const found = looping(tick, path);
  if (found === null || found.state.phase !== 'storing') return false;
  const { scope, step } = found;
  if (found.state.cancelling) {
    settleStored(tick, scope, step);
    endLoopWhenDone(tick, scope, step);
  } else succeed(tick, scope, step, {}, { results: reference });
  return true;
}

export function engineWorkFailed(tick: Tick, { path, code, message }: EngineWorkFailed): boolean {
  const found = looping(tick, path);
  if (found === null) return false;
  const { scope, step, state } = found;
  if (state.phase === 'storing') {
    settleStored(tick, scope, step);
    if (state.cancelling) endLoopWhenDone(tick, scope, step);
    else {
      const { got, cause, attempt, warnings } = state;
      failStep(tick, scope, step, { got, cause, attempt, warnings, code, message });
    }
    return true;
  }
  if (!state.asked) return false;
  tick.inFlight -= 1;
  const firstError = { code, message, stepId: step.id, path, attempt: 1, retryable: false };
  changeLoop(tick, scope, step, { asked: false, closing: 'failed', firstError });
  tick.stops.push({ scope, step, reason: `Cancelled because the list of "${step.id}" cannot be read.` });
  endLoopWhenDone(tick, scope, step);
  return true;
}

function settleStored(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  tick.inFlight -= 1;
  changeLoop(tick, scope, step, { phase: 'rounds' });
}

function looping(
  tick: Tick,
  path: string,
): { readonly scope: ScopeDraft; readonly step: PlanStep; readonly state: LoopingStep } | null {
  const found = locate(tick, path);
  return found?.state?.kind === 'looping' ? { ...found, state: found.state } : null;
}
