import type { Plan } from '#definition/plan';
import type { Command } from './command.js';
import type { StartInput } from './event.js';
import { faulted } from './faulted.js';
import { conclude } from './finish.js';
import { recordStatus, recordVariable } from './recording.js';
import { initialVariables, withDefaults } from './run-root.js';
import { enter, freshScope } from './scope-instance.js';
import { settle } from './settle.js';
import type { ExecutionState } from './state.js';
import type { Tick } from './tick.js';
import { closeTick, draftOf, openTick, wake } from './tick.js';

/** Begins an execution: gives its first state and what to do first. Never throws. */
export function start(plan: Plan, input: StartInput): readonly [ExecutionState, readonly Command[]] {
  const initial = pending(plan, input);
  try {
    const tick = openTick(plan, initial, input.at);
    begin(tick);
    settle(tick);
    conclude(tick);
    return closeTick(tick);
  } catch (fault) {
    return faulted(plan, initial, input.at, fault);
  }
}

function begin(tick: Tick): void {
  recordStatus(tick, 'running');
  // The others live in each round, region or loop from where they are first set.
  for (const { name, scope = 'global', default: value } of tick.plan.variables) {
    if (value !== undefined && scope === 'global') recordVariable(tick, '', name, value);
  }
  const root = draftOf(tick, '');
  enter(tick, root);
  wake(tick, root);
}

function pending(plan: Plan, input: StartInput): ExecutionState {
  const root = freshScope(plan, 0, { path: '', parent: null, round: null }, initialVariables(plan.variables));
  return {
    stateVersion: 1,
    start: { ...input, input: withDefaults(plan, input.input, input.documents) },
    status: 'pending',
    sequence: 0,
    inFlight: 0,
    children: 0,
    waiting: 0,
    blocked: 0,
    progress: { done: 0, known: root.steps.length },
    paused: [],
    pausedWithParent: false,
    held: false,
    yielded: false,
    cancelled: false,
    scopes: { '': root },
    undo: [],
    undoing: {},
  };
}
