import type { Json, PlanStep } from '#definition/plan';
import type { ConditionRecord, ControlRecord, ExecutionRecord, StepRecord } from './record.js';
import type { ExecutionStatus, StepError } from './status.js';
import type { ScopeDraft, Tick } from './tick.js';
import { pathOf } from './tick.js';

/** Takes the next sequence number, or the first of a block of them. */
export function takeSequence(tick: Tick, count = 1): number {
  const first = tick.sequence + 1;
  tick.sequence += count;
  return first;
}

function record(tick: Tick, written: ExecutionRecord): void {
  tick.commands.push({ kind: 'record', record: written });
}

type StepTransition = Pick<StepRecord, 'status' | 'attempt'> &
  Partial<Pick<StepRecord, 'output' | 'error' | 'reason' | 'warnings'>>;

/** What only few records have. */
type StepDetail = Partial<
  Pick<StepRecord, 'configuration' | 'incoming' | 'startedAt' | 'due' | 'reused' | 'known'>
>;

export function recordStep(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  change: StepTransition,
  detail?: StepDetail,
): void {
  recordStepAt(tick, pathOf(scope, step), step, change, detail);
}

/** Of a step that stands in no scope instance, or of a round of a loop. */
export function recordStepAt(
  tick: Tick,
  path: string,
  step: PlanStep,
  change: StepTransition,
  detail?: StepDetail,
): void {
  const { status, attempt, output = null, error = null, reason = null, warnings = [] } = change;
  const written: StepRecord = {
    kind: 'step',
    sequence: takeSequence(tick),
    at: tick.at,
    path,
    stepId: step.id,
    stepType: step.type,
    stepName: step.name,
    status,
    attempt,
    output,
    error,
    reason,
    warnings,
  };
  record(tick, detail === undefined ? written : { ...written, ...detail });
}

export function recordVariable(tick: Tick, scopePath: string, name: string, value: Json): void {
  record(tick, { kind: 'variable', sequence: takeSequence(tick), at: tick.at, name, scopePath, value });
}

/** What was decided and on which values, before it gets its number. */
export type Decision = Pick<ConditionRecord, 'connectionId' | 'expression' | 'operands' | 'result'>;

export function recordDecision(tick: Tick, path: string, decision: Decision): void {
  record(tick, { kind: 'condition', sequence: takeSequence(tick), at: tick.at, path, ...decision });
}

/** Keeps who did what from outside. */
export function recordControl(
  tick: Tick,
  control: Pick<ControlRecord, 'action' | 'path' | 'actor'> & Partial<Pick<ControlRecord, 'detail'>>,
): void {
  record(tick, { kind: 'control', sequence: takeSequence(tick), at: tick.at, detail: {}, ...control });
}

/** Changes the execution's status and says so. */
export function recordStatus(
  tick: Tick,
  status: ExecutionStatus,
  output: Json = null,
  error: StepError | null = null,
): void {
  tick.status = status;
  const { progress } = tick;
  record(tick, {
    kind: 'execution',
    sequence: takeSequence(tick),
    at: tick.at,
    status,
    progress,
    output,
    error,
  });
}
