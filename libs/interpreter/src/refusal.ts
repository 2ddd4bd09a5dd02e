import type { Plan, PlanVariable } from '#definition/plan';
import type { Actor, Control, Refusal, RefusalCode } from './control.js';
import { jsonSize } from './json-size.js';
import { MAXIMUM_DEPTH, MAXIMUM_PAYLOAD_BYTES } from './limits.js';
import { locate } from './locate.js';
import type { ExecutionState, StepState } from './state.js';
import { isClosed } from './status.js';
import type { Tick } from './tick.js';
import { liveKeys, openTick, sightOf } from './tick.js';
import { homeAt } from './variable-home.js';
import { fits } from './variables.js';

/** Why something that a person asks for cannot be done as things stand; null when it can. Changes nothing. */
export function refusalOf(plan: Plan, state: ExecutionState, control: Control): Refusal | null {
  if (isClosed(state.status)) return refuse('EXECUTION_CLOSED', 'The execution has ended.');
  const tick = openTick(plan, state, 0);
  switch (control.kind) {
    case 'retry-step':
      return blocked(tick, control.path) ?? tooLarge('configuration', control.configuration);
    case 'skip-step':
      return blocked(tick, control.path) ?? tooLarge('output', control.output);
    case 'give-up-step':
      return blocked(tick, control.path);
    case 'approve':
      return notApprovable(tick, control.path, control.actor) ?? tooLarge('comment', control.comment);
    case 'send-event':
      return notAwaited(tick, control.name, control.path) ?? tooLarge('payload', control.payload);
    case 'set-variable':
      return notSettable(tick, control) ?? tooLarge('value', control.value);
  }
}

function refuse(code: RefusalCode, message: string): Refusal {
  return { code, message };
}

function blocked(tick: Tick, path: string): Refusal | null {
  const found = locate(tick, path);
  if (found === null) return refuse('STEP_NOT_FOUND', `There is no step "${path}" in this execution now.`);
  if (found.state?.kind === 'blocked') return null;
  return refuse('STEP_NOT_BLOCKED', `"${path}" is not blocked; it ${standing(found.state)}.`);
}

function notApprovable(tick: Tick, path: string, actor: Actor | null): Refusal | null {
  const found = locate(tick, path);
  if (found === null) return refuse('STEP_NOT_FOUND', `There is no step "${path}" in this execution now.`);
  const { state, step } = found;
  if (state?.kind !== 'waiting' || step.body.kind !== 'approval') {
    return refuse('STEP_NOT_WAITING', `"${path}" does not wait for an approval; it ${standing(state)}.`);
  }
  const { assignees } = state;
  if (assignees.length === 0 || (actor !== null && assignees.some((name) => isNamed(actor, name))))
    return null;
  return refuse('NOT_ASSIGNED', `Only ${assignees.join(' or ')} may decide this.`);
}

function isNamed({ id, name }: Actor, assignee: string): boolean {
  return assignee === id || assignee.toLowerCase() === name.toLowerCase();
}

function notAwaited(tick: Tick, event: string, path: string | null): Refusal | null {
  if (path === null) {
    const waits = liveKeys(tick).some((key) =>
      sightOf(tick, key).steps.some((state) => state?.kind === 'waiting' && state.event === event),
    );
    return waits ? null : refuse('EVENT_NOT_AWAITED', `Nothing waits for the event "${event}" now.`);
  }
  const state = locate(tick, path)?.state ?? null;
  if (state?.kind === 'waiting' && state.event === event) return null;
  return refuse('EVENT_NOT_AWAITED', `"${path}" does not wait for the event "${event}" now.`);
}

function notSettable(
  tick: Tick,
  { name, scopePath, value }: Extract<Control, { kind: 'set-variable' }>,
): Refusal | null {
  const variable = tick.plan.variables.find((declared) => declared.name === name);
  if (variable === undefined) return refuse('VARIABLE_NOT_FOUND', `There is no variable "${name}".`);
  if (homeAt(tick, scopePath, variable) === null)
    return refuse('VARIABLE_NOT_FOUND', notThere(variable, scopePath));
  if (fits(value, variable)) return null;
  return refuse('VALUE_TYPE', `Variable "${name}" takes a value of type ${variable.type}.`);
}

function notThere({ name, scope = 'global' }: PlanVariable, scopePath: string): string {
  const homes = { global: 'the execution as a whole', step: 'a loop', temporary: 'a round or a region' };
  return `Variable "${name}" lives in ${homes[scope]} and is not to be found at "${scopePath}" now.`;
}

function tooLarge(what: string, value: Parameters<typeof jsonSize>[0]): Refusal | null {
  if (jsonSize(value, MAXIMUM_PAYLOAD_BYTES, MAXIMUM_DEPTH) !== null) return null;
  const limit = `${MAXIMUM_PAYLOAD_BYTES} bytes and ${MAXIMUM_DEPTH} levels`;
  return refuse('VALUE_TOO_LARGE', `The ${what} is above the limit of ${limit}.`);
}

function standing(state: StepState): string {
  switch (state?.kind) {
    case undefined:
      return 'has not started';
    case 'ended':
      return `has ended (${state.status})`;
    case 'waiting':
      return 'is waiting';
    case 'ready':
      return 'is about to start';
    case 'blocked':
      return 'is blocked';
    default:
      return 'is running';
  }
}
