import type { ControlRecord, ExecutionRecord, ExecutionStatus, StepError, StepRecord } from '#interpreter';
import type { WorkEnd, WorkStart } from '#persistence';

/** Records happen one a millisecond from here on: record number n at T0 + n. */
export const T0 = Date.UTC(2026, 0, 1);

export function facts(values: Record<string, string | number>) {
  return { facts: values, references: {} };
}

export function failure(code: string, message: string): StepError {
  return { code, message, stepId: 'b', path: 'b', attempt: 1, retryable: false };
}

export function ended(
  executionId: string,
  path: string,
  attempt: number,
  sequence: number,
  end: WorkEnd['end'],
): WorkEnd {
  return { executionId, path, attempt, sequence, at: T0 + sequence, end };
}

export function status(
  sequence: number,
  to: ExecutionStatus,
  done: number,
  known: number,
  output: Record<string, { cost: number }> | null = null,
): ExecutionRecord {
  return {
    kind: 'execution',
    sequence,
    at: T0 + sequence,
    status: to,
    progress: { done, known },
    output,
    error: null,
  };
}

export function step(
  sequence: number,
  path: string,
  to: StepRecord['status'],
  over: Partial<StepRecord> = {},
): StepRecord {
  return {
    ...{
      kind: 'step',
      sequence,
      at: T0 + sequence,
      path,
      stepId: path,
      stepType: 'transform',
      stepName: path,
    },
    ...{ status: to, attempt: 1, output: null, error: null, reason: null, warnings: [], ...over },
  };
}

export function variable(
  sequence: number,
  name: string,
  value: null | number | Record<string, string | number | null[]>,
  scopePath = '',
): ExecutionRecord {
  return { kind: 'variable', sequence, at: T0 + sequence, name, scopePath, value };
}

export function condition(sequence: number, path: string, result: 'true' | 'unknown'): ExecutionRecord {
  return {
    kind: 'condition',
    sequence,
    at: T0 + sequence,
    path,
    connectionId: null,
    expression: 'a > 1',
    operands: { a: null },
    result,
  };
}

export function control(sequence: number, over: Partial<ControlRecord>): ControlRecord {
  const actor = { id: 'u1', name: 'ann@example.org' };
  return {
    ...{ kind: 'control', sequence, at: T0 + sequence, action: 'pause', path: '', actor, detail: {} },
    ...over,
  };
}

/** Of a loop `each`: round number n. */
export function round(sequence: number, n: number, to: StepRecord['status'], over: Partial<StepRecord> = {}) {
  return step(sequence, `each[${n}]`, to, { stepId: 'each', stepType: 'loop', stepName: 'Each', ...over });
}

/** An attempt of a search, number n at T0 + n. */
export function work(executionId: string, over: Partial<WorkStart>): WorkStart {
  const path = over.path ?? 'b';
  return {
    ...{ executionId, path, stepId: path, stepType: 'search', stepName: path, firstAttempt: 1, attempt: 1 },
    ...{ at: T0 + (over.sequence ?? 0), sequence: 1, configuration: { limit: 3 }, warnings: [], records: [] },
    ...over,
  };
}
