import type { Plan } from '#definition/plan';
import { cancel } from './cancel.js';
import type { Command } from './command.js';
import type { ExecutionEvent } from './event.js';
import { faulted } from './faulted.js';
import { finishWhenDone } from './finish.js';
import { pause, resume } from './pause.js';
import { startReady } from './start-ready.js';
import type { ExecutionState } from './state.js';
import { isClosed } from './status.js';
import type { Tick } from './tick.js';
import { closeTick, draftOf, openTick } from './tick.js';
import { workCancelled, workFailed, workSucceeded } from './work-event.js';

/**
 * What follows from an event: the next state and what to do. An event that has nothing to say any more
 * (late, repeated, for something unknown) gives the same state and no commands. Never throws.
 */
export function advance(
  plan: Plan,
  state: ExecutionState,
  event: ExecutionEvent,
): readonly [ExecutionState, readonly Command[]] {
  if (isClosed(state.status)) return [state, []];
  try {
    const tick = openTick(plan, state, event.at);
    if (!apply(tick, event)) return [state, []];
    for (const path of Object.keys(state.scopes)) startReady(tick, draftOf(tick, path));
    finishWhenDone(tick);
    return closeTick(tick);
  } catch (fault) {
    return faulted(plan, state, event.at, fault);
  }
}

/** False when the event changes nothing. */
function apply(tick: Tick, event: ExecutionEvent): boolean {
  switch (event.kind) {
    case 'work-succeeded':
      return workSucceeded(tick, event);
    case 'work-failed':
      return workFailed(tick, event);
    case 'work-cancelled':
      return workCancelled(tick, event);
    case 'pause':
      return pause(tick, event.path);
    case 'resume':
      return resume(tick, event.path);
    case 'cancel':
      return cancel(tick);
    case 'hold':
      return setHeld(tick, true);
    case 'release':
      return setHeld(tick, false);
  }
}

/** Like a pause that nobody sees: the driver drains the execution before it continues as new. */
function setHeld(tick: Tick, held: boolean): boolean {
  if (tick.held === held) return false;
  tick.held = held;
  return true;
}
