import type { PlanStep, StepOutput } from '#definition/plan';
import { assignments } from './assign.js';
import { endStep } from './end-step.js';
import { failStep } from './fail-step.js';
import { handsOn } from './inheritance.js';
import { depart } from './outgoing.js';
import { recordStep, recordVariable } from './recording.js';
import type { StepRecord } from './record.js';
import type { Inherited } from './state.js';
import type { ScopeDraft, Tick } from './tick.js';
import { noteUndo } from './undo-entry.js';
import { setVariable } from './variables.js';
import { wrongOutput } from './wrong-output.js';

/** What a step gave, and how it leaves. */
export interface Success extends Inherited {
  readonly attempt: number;
  readonly output: StepOutput;
  readonly warnings: readonly string[];
  /** By whom the end is recorded: work steps do it themselves, inside their activity. */
  readonly recorded: 'by-itself' | 'here';
  /** More for the record of the end, when it is recorded here. */
  readonly reason?: string;
  readonly detail?: Pick<StepRecord, 'configuration' | 'incoming' | 'reused'>;
  /** The live ports, when the step chooses; else all but the error port. */
  readonly ports?: readonly string[] | undefined;
  readonly whyNot?: ((port: string) => string | null) | undefined;
  /** The step's own timer has just fired. */
  readonly fired?: boolean;
}

/** Ends a step that has its output: checks it, sets its variables, and decides its outgoing edges. */
export function succeedStep(tick: Tick, scope: ScopeDraft, step: PlanStep, success: Success): void {
  const { attempt, output, got, cause, fired } = success;
  const wrong = wrongOutput(step, output);
  if (wrong !== null) {
    failStep(tick, scope, step, { ...success, ...wrong });
    return;
  }
  const hands = handsOn(tick, scope, step, output, got);
  const assigned = assignments(tick, scope, step, success);
  if (assigned.failure !== null) {
    failStep(tick, scope, step, { ...success, code: 'EXPRESSION_FAILED', message: assigned.failure });
    return;
  }
  endStep(tick, scope, step, { status: 'completed', output, error: null, hands, cause }, fired);
  for (const { name, home, value } of assigned.values) setVariable(tick, home, name, value);
  noteUndo(tick, scope, step);
  depart(tick, scope, step, {
    chooses: (port) => (success.ports === undefined ? port !== 'error' : success.ports.includes(port)),
    whyNot: success.whyNot ?? (() => null),
    record: (more) => {
      const warnings = [...success.warnings, ...assigned.warnings, ...more];
      if (success.recorded === 'here' || warnings.length > 0) {
        const { reason = null, detail } = success;
        recordStep(tick, scope, step, { status: 'completed', attempt, output, reason, warnings }, detail);
      }
      for (const { name, home, value } of assigned.values) recordVariable(tick, home.path, name, value);
    },
  });
}
