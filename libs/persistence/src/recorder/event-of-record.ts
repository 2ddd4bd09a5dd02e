import type { Json, JsonObject } from '#definition';
import type { ExecutionRecord, ExecutionStatusRecord, StepError, StepRecord, StepStatus } from '#interpreter';
import type { EventLevel } from '../events/execution-event.entity.js';
import type { EventChange } from './changes.js';
import { controlSentence } from './control-line.js';
import { iterationOf } from './iteration-of.js';
import { isRound } from './parent-path-of.js';

/** Values longer than this are not repeated in the log; the tables have them whole. */
const LONGEST_VALUE = 2_000;

type Line = Omit<EventChange, 'record' | 'at' | 'onlyIfApplied'>;

/** The line of the log that tells of a record, in words for people. */
export function eventOfRecord(record: ExecutionRecord): EventChange {
  return { record: record.sequence, at: record.at, onlyIfApplied: false, ...lineOf(record) };
}

function lineOf(record: ExecutionRecord): Line {
  switch (record.kind) {
    case 'execution':
      return executionLine(record);
    case 'step':
      return stepLine(record);
    case 'variable':
      return {
        level: 'debug',
        kind: 'variable.set',
        path: record.scopePath === '' ? null : record.scopePath,
        message: `Variable "${record.name}" was set to ${shown(record.value)}.`,
        data: { name: record.name, scopePath: record.scopePath, value: bounded(record.value) },
      };
    case 'condition': {
      const { path, connectionId, expression, operands, result } = record;
      return {
        level: result === 'unknown' ? 'warning' : 'debug',
        kind: 'condition.evaluated',
        path,
        message: `Condition ${expression} is ${result}${connectionId === null ? '' : ` (connection "${connectionId}")`}.`,
        data: { connectionId, expression, operands: bounded(operands), result },
      };
    }
    case 'control': {
      const { action, path, actor, detail } = record;
      return {
        level: 'info',
        kind: `control.${action}`,
        path: path === '' ? null : path,
        message: controlSentence(record),
        data: { actor: actor && { ...actor }, detail: bounded(detail) },
      };
    }
  }
}

const EXECUTION_WORDS = {
  pending: 'Execution is about to start',
  running: 'Execution is running',
  paused: 'Execution is paused',
  waiting: 'Execution is waiting',
  blocked: 'Execution is blocked',
  cancelling: 'Execution is being cancelled',
  compensating: 'Execution is compensating',
  completed: 'Execution completed',
  failed: 'Execution failed',
  cancelled: 'Execution was cancelled',
} as const;

function executionLine({ status, progress, error }: ExecutionStatusRecord): Line {
  return {
    level: status === 'failed' ? 'error' : status === 'blocked' ? 'warning' : 'info',
    kind: `execution.${status}`,
    path: null,
    message: withError(EXECUTION_WORDS[status], error),
    data: { status, done: progress.done, known: progress.known, error: errorData(error) },
  };
}

function stepLine(record: StepRecord): Line {
  const { status, attempt, reason, error, path, stepId, stepType, stepName, warnings, output } = record;
  return stepEvent({
    ...{ path, stepId, stepType, stepName, attempt, status, error, reason, warnings },
    facts: output?.facts ?? null,
  });
}

export interface StepHappening {
  readonly path: string;
  readonly stepId: string;
  readonly stepType: string;
  readonly stepName: string;
  readonly attempt: number;
  readonly status: StepStatus;
  readonly error: StepError | null;
  readonly reason: string | null;
  readonly warnings: readonly string[];
  readonly facts: JsonObject | null;
}

const STEP_WORDS: Readonly<Record<StepStatus, string>> = {
  pending: 'is about to start',
  running: 'started',
  waiting: 'is waiting',
  blocked: 'is blocked',
  completed: 'completed',
  failed: 'failed',
  skipped: 'was skipped',
  cancelled: 'was cancelled',
};

const STEP_LEVELS: Readonly<Partial<Record<StepStatus, EventLevel>>> = {
  pending: 'debug',
  blocked: 'warning',
  failed: 'error',
};

/** The line about a step: control and pure steps through their records, work steps through their own writes. */
export function stepEvent(step: StepHappening): Line {
  const { path, stepId, stepType, stepName, attempt, status, error, reason, warnings, facts } = step;
  const again = attempt > 1 ? ` (attempt ${attempt})` : '';
  const told = withError(`${subject(path, stepName)} ${STEP_WORDS[status]}${again}`, error);
  return {
    level: STEP_LEVELS[status] ?? (warnings.length > 0 ? 'warning' : isRound(path) ? 'debug' : 'info'),
    kind: `step.${status}`,
    path,
    message: reason === null ? told : `${told} ${reason}`,
    data: {
      ...{ stepId, stepType, attempt, status, error: errorData(error) },
      ...(warnings.length > 0 ? { warnings } : {}),
      ...(facts === null ? {} : { facts: bounded(facts) }),
    },
  };
}

/** Rounds are counted as in their path, from 0. */
function subject(path: string, stepName: string): string {
  return isRound(path) ? `Round ${iterationOf(path)} of "${stepName}"` : `Step "${stepName}"`;
}

function withError(words: string, error: StepError | null): string {
  return error === null ? `${words}.` : `${words}: ${error.message}`;
}

function errorData(error: StepError | null): JsonObject | null {
  return error === null ? null : { ...error };
}

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length <= 120 ? text : `${text.slice(0, 120)}…`;
}

function bounded(value: Json): Json {
  return JSON.stringify(value).length <= LONGEST_VALUE ? value : { omitted: 'too long for the log' };
}
