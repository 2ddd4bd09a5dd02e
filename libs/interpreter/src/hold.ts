import { stepPath } from './instance-path.js';
import { stepAt } from './plan-index.js';
import type { Tick } from './tick.js';
import { liveKeys, sightOf } from './tick.js';

/** Like a pause that nobody sees: the driver drains the execution before it continues as new. */
export function hold(tick: Tick): boolean {
  if (tick.held) return false;
  tick.held = true;
  return true;
}

/** Lets things start again. Timers are asked for once more: those of the run before are gone. */
export function release(tick: Tick): boolean {
  if (!tick.held) return false;
  tick.held = false;
  for (const key of liveKeys(tick)) {
    const { steps, scope, path } = sightOf(tick, key);
    steps.forEach((state, position) => {
      const due = state?.kind === 'waiting' || state?.kind === 'blocked' ? state.due : null;
      if (due === null) return;
      const step = stepAt(tick.plan, scope, position);
      tick.commands.push({
        kind: 'start-timer',
        path: stepPath(path, step.id),
        step: step.index,
        due,
      });
    });
  }
  return true;
}

/** What a `yield` interrupted goes on. */
export function goOn(tick: Tick): boolean {
  if (!tick.yielded) return false;
  tick.yielded = false;
  return true;
}
