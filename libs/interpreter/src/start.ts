import type { Json, JsonObject, Plan, PlanVariable } from '#definition/plan';
import type { Command } from './command.js';
import type { StartInput } from './event.js';
import { faulted } from './faulted.js';
import { finishWhenDone } from './finish.js';
import { at } from './plan-index.js';
import { recordStatus, recordVariable } from './recording.js';
import { lookAtJoin } from './spread.js';
import { startReady } from './start-ready.js';
import type { ExecutionState, ScopeState } from './state.js';
import type { Tick } from './tick.js';
import { closeTick, draftOf, openTick } from './tick.js';

/** Begins an execution: gives its first state and what to do first. Never throws. */
export function start(plan: Plan, input: StartInput): readonly [ExecutionState, readonly Command[]] {
  const initial = pending(plan, input);
  try {
    const tick = openTick(plan, initial, input.at);
    begin(tick);
    finishWhenDone(tick);
    return closeTick(tick);
  } catch (fault) {
    return faulted(plan, initial, input.at, fault);
  }
}

function begin(tick: Tick): void {
  const root = draftOf(tick, '');
  recordStatus(tick, 'running');
  for (const { name, default: value } of tick.plan.variables) {
    if (value !== undefined) recordVariable(tick, '', name, value);
  }
  for (const step of at(tick.plan.scopes, 0).steps.map((index) => at(tick.plan.steps, index))) {
    if (step.incoming.length === 0) lookAtJoin(tick, root, step);
  }
  startReady(tick, root);
}

function pending(plan: Plan, input: StartInput): ExecutionState {
  const root = rootScope(plan);
  return {
    stateVersion: 1,
    start: { ...input, input: withDefaults(plan, input) },
    status: 'pending',
    sequence: 0,
    inFlight: 0,
    progress: { done: 0, known: root.steps.length },
    paused: [],
    held: false,
    scopes: { '': root },
  };
}

function rootScope(plan: Plan): ScopeState {
  const { steps, edges } = plan.scopes[0] ?? { steps: [], edges: [] };
  return {
    scope: 0,
    steps: steps.map(() => null),
    edges: edges.map(() => 0),
    deaths: {},
    variables: initialVariables(plan.variables),
    ready: [],
    open: steps.length,
    stopping: null,
  };
}

function initialVariables(variables: readonly PlanVariable[]): JsonObject {
  return Object.fromEntries(
    variables.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value] as const])),
  );
}

/** Inputs that were not given take their default; those of type `documents` take the execution's documents. */
function withDefaults(plan: Plan, { input, documents }: StartInput): JsonObject {
  const filled = plan.inputs.flatMap(({ name, type, default: value }): (readonly [string, Json])[] => {
    if (Object.hasOwn(input, name)) return [];
    if (type === 'documents' && documents !== null) return [[name, { ...documents }]];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries([...Object.entries(input), ...filled]);
}
