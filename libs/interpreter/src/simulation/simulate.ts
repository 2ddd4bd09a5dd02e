import type { Json, JsonObject, Plan } from '#definition/plan';
import { advance } from '../advance.js';
import type { Command, FinishCommand } from '../command.js';
import type { ExecutionEvent, StartInput } from '../event.js';
import type { ExecutionRecord } from '../record.js';
import { start } from '../start.js';
import type { ExecutionState } from '../state.js';
import type { ExecutionStatus, StepError, StepStatus } from '../status.js';
import type { Outcomes } from './outcomes.js';
import { scripted, unknownNames } from './outcomes.js';
import type { ZeroFacts } from './pretended-work.js';
import { PretendedWork } from './pretended-work.js';

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
): SimulationResult {
  const script = scripted(plan, outcomes);
  const records: ExecutionRecord[] = [];
  const work = new PretendedWork(script, outcomes, zeroFacts, (record) => void records.push(record));
  const events: ExecutionEvent[] = [];
  let finish: FinishCommand | null = null;
  let state: ExecutionState;

  const perform = (commands: readonly Command[], now: number): void => {
    for (const command of commands) {
      switch (command.kind) {
        case 'record':
          records.push(command.record);
          break;
        case 'work':
          work.begin(command, now);
          break;
        case 'cancel-work':
          events.push(...work.cancel(command.path, now));
          break;
        case 'finish':
          finish = command;
      }
    }
  };

  let commands: readonly Command[];
  [state, commands] = start(script, input);
  perform(commands, input.at);
  for (let event = work.next(); event !== null; event = events.shift() ?? work.next()) {
    [state, commands] = advance(script, state, event);
    perform(commands, event.at);
  }
  const ended = finish as FinishCommand | null;
  return {
    status: state.status,
    output: ended?.output ?? null,
    error: ended?.error ?? null,
    variables: state.scopes['']?.variables ?? {},
    steps: stepsOf(records),
    records,
    unknown: unknownNames(plan, outcomes),
  };
}

/** The last word on each attempt, where it was first said to have ended. */
function stepsOf(records: readonly ExecutionRecord[]): readonly SimulatedStep[] {
  const steps = new Map<string, SimulatedStep>();
  for (const record of records) {
    if (record.kind !== 'step' || record.status === 'running') continue;
    const { path, stepId, status, attempt, error } = record;
    const failure = error === null ? null : `${error.code}: ${error.message}`;
    const reason = [failure, record.reason].filter((part) => part !== null).join(' ');
    steps.set(`${path}#${attempt}`, { path, stepId, status, attempt, reason: reason === '' ? null : reason });
  }
  return [...steps.values()];
}
