import type { Json, JsonObject, PlanStep, StepOutput } from '#definition/plan';
import { assignments } from './assign.js';
import { endStep } from './end-step.js';
import { failStep } from './fail-step.js';
import { handsOn } from './inheritance.js';
import { depart } from './outgoing.js';
import { recordStep, recordVariable } from './recording.js';
import type { Inherited } from './state.js';
import type { ScopeDraft, Tick } from './tick.js';
import { wrongOutput } from './wrong-output.js';

/** What a step gave, and how it leaves. */
export interface Success extends Inherited {
  readonly attempt: number;
  readonly output: StepOutput;
  readonly warnings: readonly string[];
  /** By whom the end is recorded: work steps do it themselves, inside their activity. */
  readonly recorded: 'by-itself' | 'here';
  /** The live ports, when the step chooses; else all but the error port. */
  readonly ports?: readonly string[];
  readonly whyNot?: (port: string) => string | null;
}

/** Ends a step that has its output: checks it, sets its variables, and decides its outgoing edges. */
export function succeedStep(tick: Tick, scope: ScopeDraft, step: PlanStep, success: Success): void {
  const { attempt, output, got, cause } = success;
  const wrong = wrongOutput(step, output);
  if (wrong !== null) {
    failStep(tick, scope, step, { ...success, ...wrong });
    return;
  }
  const hands = handsOn(tick, scope, step, output, got);
  const end = { status: 'completed', output, error: null, hands, cause } as const;
  const assigned = assignments(tick, scope, step, success);
  if (assigned.failure !== null) {
    failStep(tick, scope, step, { ...success, code: 'EXPRESSION_FAILED', message: assigned.failure });
    return;
  }
  endStep(tick, scope, step, end);
  for (const { name, home, value } of assigned.values) setVariable(home, name, value);
  depart(tick, scope, step, {
    chooses: (port) => (success.ports === undefined ? port !== 'error' : success.ports.includes(port)),
    whyNot: success.whyNot ?? (() => null),
    record: (more) => {
      const warnings = [...success.warnings, ...assigned.warnings, ...more];
      if (success.recorded === 'here' || warnings.length > 0) {
        recordStep(tick, scope, step, { status: 'completed', attempt, output, warnings });
      }
      for (const { name, home, value } of assigned.values) recordVariable(tick, home.path, name, value);
    },
  });
}

function setVariable(scope: ScopeDraft, name: string, value: Json): void {
  const variables: JsonObject = { ...scope.variables, [name]: value };
  scope.variables = variables;
}
