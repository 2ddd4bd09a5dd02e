import type { Json, JsonObject, Plan, StepOutput } from '#definition/plan';
import { at } from './plan-index.js';
import type { ExecutionRecord, StepRecord } from './record.js';
import type { ExecutionStatus, StepError, StepStatus } from './status.js';

/** What a screen shows of an execution: its records, folded. */
export interface ExecutionView {
  readonly status: ExecutionStatus;
  readonly progress: { readonly done: number; readonly known: number };
  readonly output: Json;
  readonly error: StepError | null;
  /** Values of the variables of the root scope. */
  readonly variables: JsonObject;
  /** The plan's root steps in definition order, then further instances in the order they appeared. */
  readonly steps: readonly StepView[];
}

export interface StepView {
  readonly path: string;
  readonly stepId: string;
  readonly status: StepStatus;
  /** 0 while pending. */
  readonly attempt: number;
  readonly output: StepOutput | null;
  readonly error: StepError | null;
  readonly reason: string | null;
  readonly warnings: readonly string[];
  /** Epoch milliseconds of the current attempt. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

/** Folds records, in any order, into what is to be seen; a record counts only if its number is higher. */
export function executionView(plan: Plan, records: readonly ExecutionRecord[]): ExecutionView {
  const root = at(plan.scopes, 0).steps.map((index) => at(plan.steps, index).id);
  const steps = new Map(root.map((id) => [id, pending(id)]));
  let view: Omit<ExecutionView, 'steps' | 'variables'> = {
    status: 'pending',
    progress: { done: 0, known: root.length },
    output: null,
    error: null,
  };
  const variables = new Map<string, Json>();
  for (const record of [...records].sort((a, b) => a.sequence - b.sequence)) {
    switch (record.kind) {
      case 'execution': {
        const { status, progress, output, error } = record;
        view = { status, progress, output, error };
        break;
      }
      case 'step':
        steps.set(record.path, after(steps.get(record.path) ?? pending(record.stepId), record));
        break;
      case 'variable':
        if (record.scopePath === '') variables.set(record.name, record.value);
        break;
      case 'condition':
      case 'control':
    }
  }
  return { ...view, variables: Object.fromEntries(variables), steps: [...steps.values()] };
}

function pending(stepId: string): StepView {
  return {
    path: stepId,
    stepId,
    status: 'pending',
    attempt: 0,
    output: null,
    error: null,
    reason: null,
    warnings: [],
    startedAt: null,
    endedAt: null,
  };
}

/** A later word on the same attempt keeps when it started and its warnings. */
function after(before: StepView, record: StepRecord): StepView {
  const same = before.attempt === record.attempt;
  const running = record.status === 'running';
  const { path, stepId, status, attempt, output, error, reason, warnings } = record;
  return {
    path,
    stepId,
    status,
    attempt,
    output,
    error,
    reason,
    warnings: same ? [...new Set([...before.warnings, ...warnings])] : warnings,
    startedAt: same ? before.startedAt : running ? record.at : null,
    endedAt: running ? null : record.at,
  };
}
