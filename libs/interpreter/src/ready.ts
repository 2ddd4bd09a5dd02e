import { at } from './plan-index.js';
import type { ReadyStep } from './state.js';
import type { ScopeDraft, Tick } from './tick.js';
import { setState, wake } from './tick.js';

/** Puts a step where it will be started, keeping definition order. The list is in descending order. */
export function makeReady(
  tick: Tick,
  scope: ScopeDraft,
  step: number,
  again: ReadyStep['again'] = null,
): void {
  setState(tick, scope, step, { kind: 'ready', again });
  let low = 0;
  let high = scope.ready.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(scope.ready, middle) > step) low = middle + 1;
    else high = middle;
  }
  scope.ready.splice(low, 0, step);
  wake(tick, scope);
}
