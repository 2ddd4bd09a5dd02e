import type { Json, JsonObject, Plan } from '#definition/plan';
import { advance } from '../advance.js';
import type { FinishCommand } from '../command.js';
import type { StartInput } from '../event.js';
import type { ExecutionRecord } from '../record.js';
import { start } from '../start.js';
import type { ExecutionState } from '../state.js';
import type { ExecutionStatus, StepError, StepStatus } from '../status.js';
import type { Outcomes } from './outcomes.js';
import { scripted, unknownNames } from './outcomes.js';
import { PretendedWorld } from './pretended-world.js';
import type { ZeroFacts } from './pretended-work.js';
import type { Surroundings } from './surroundings.js';

export interface SimulationResult {
  readonly status: ExecutionStatus;
  readonly output: Json;
  readonly error: StepError | null;
  /** Values at the end, of those that have one. */
  readonly variables: JsonObject;
  /** Every attempt that ended, and every step that was skipped or cancelled, in the order of events. */
  readonly steps: readonly SimulatedStep[];
  /** All that an execution would have written down: what `executionView` draws, up to any point. */
  readonly records: readonly ExecutionRecord[];
  /** Steps, and ports of conditions as `step.port`, that the outcomes speak of and the plan does not have. */
  readonly unknown: readonly string[];
}

export interface SimulatedStep {
  readonly path: string;
  readonly stepId: string;
  readonly status: StepStatus;
  readonly attempt: number;
  readonly reason: string | null;
}

/**
 * Runs a plan with made-up outcomes: nothing outside is touched. Steps that the outcomes do not name
 * succeed with what `zeroFacts` gives for them.
 */
export function simulate(
  plan: Plan,
  input: StartInput,
  outcomes: Outcomes,
  zeroFacts: ZeroFacts,
  surroundings: Surroundings = {},
): SimulationResult {
  const script = scripted(plan, outcomes);
  const world = new PretendedWorld(script, outcomes, zeroFacts, surroundings);
  const { mostRecords = Infinity } = surroundings;
  let [state, commands] = start(script, input);
  world.perform(commands, input.at);
  for (let event = world.next(); event !== null; event = world.next()) {
    if (world.records.length >= mostRecords) break;
    [state, commands] = advance(script, state, event);
    world.perform(commands, event.at);
  }
  return resultOf(state, world.finish, world.records, unknownNames(plan, outcomes));
}

function resultOf(
  state: ExecutionState,
  finish: FinishCommand | null,
  records: readonly ExecutionRecord[],
  unknown: readonly string[],
): SimulationResult {
  return {
    status: state.status,
    output: finish?.output ?? null,
    error: finish?.error ?? null,
    variables: state.scopes['']?.variables ?? {},
    steps: stepsOf(records),
    records,
    unknown,
  };
}

/** The last word on each attempt, where it was first said to have ended. */
function stepsOf(records: readonly ExecutionRecord[]): readonly SimulatedStep[] {
  const steps = new Map<string, SimulatedStep>();
  for (const record of records) {
    if (record.kind !== 'step' || OPEN.has(record.status)) continue;
    const { path, stepId, status, attempt, error } = record;
    const failure = error === null ? null : `${error.code}: ${error.message}`;
    const reason = [failure, record.reason].filter((part) => part !== null).join(' ');
    steps.set(`${path}#${attempt}`, { path, stepId, status, attempt, reason: reason === '' ? null : reason });
  }
  return [...steps.values()];
}

const OPEN: ReadonlySet<StepStatus> = new Set(['pending', 'running', 'waiting', 'blocked']);
