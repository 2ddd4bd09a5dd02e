import type { Plan } from '#definition/plan';
import type { Command } from './command.js';
import { engineWorkFailed, itemsLoaded, resultsStored } from './containers/loop-events.js';
import { giveUpStep, retryStep, skipStep } from './controls/blocked-step.js';
import { cancel } from './controls/cancel.js';
import { pause, resume } from './controls/pause.js';
import { tellChildren } from './controls/paused-children.js';
import { changeVariable } from './controls/set-variable.js';
import { approve, receiveEvent, timerFired } from './controls/waiting-step.js';
import type { ExecutionEvent } from './event.js';
import { faulted } from './faulted.js';
import { conclude } from './finish.js';
import { goOn, hold, release } from './hold.js';
import { settle } from './settle.js';
import type { ExecutionState } from './state.js';
import { isClosed } from './status.js';
import type { Tick } from './tick.js';
import { closeTick, openTick } from './tick.js';
import { wakeAll } from './wake-all.js';
import { childEnded, workEnded } from './work-event.js';

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
    wakeAll(tick);
    settle(tick);
    tellChildren(tick);
    conclude(tick);
    return closeTick(tick);
  } catch (fault) {
    return faulted(plan, state, event.at, fault);
  }
}

/** False when the event changes nothing. */
function apply(tick: Tick, event: ExecutionEvent): boolean {
  switch (event.kind) {
    case 'work-succeeded':
    case 'work-failed':
    case 'work-cancelled':
      return workEnded(tick, event);
    case 'timer-fired':
      return timerFired(tick, event);
    case 'child-ended':
      return childEnded(tick, event);
    case 'items-loaded':
      return itemsLoaded(tick, event);
    case 'results-stored':
      return resultsStored(tick, event);
    case 'engine-work-failed':
      return engineWorkFailed(tick, event);
    case 'retry-step':
      return retryStep(tick, event);
    case 'skip-step':
      return skipStep(tick, event);
    case 'give-up-step':
      return giveUpStep(tick, event);
    case 'approve':
      return approve(tick, event);
    case 'send-event':
      return receiveEvent(tick, event);
    case 'set-variable':
      return changeVariable(tick, event);
    case 'pause':
      return pause(tick, event);
    case 'resume':
      return resume(tick, event);
    case 'cancel':
      return cancel(tick, event.actor ?? null);
    case 'hold':
      return hold(tick);
    case 'release':
      return release(tick);
    case 'go-on':
      return goOn(tick);
  }
}
