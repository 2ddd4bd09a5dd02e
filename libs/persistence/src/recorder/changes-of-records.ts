import { isClosed } from '#interpreter';
import type { ExecutionRecord, ExecutionStatusRecord, StepRecord } from '#interpreter';
import type { Changes, StatusChange, StepChange } from './changes.js';
import { eventOfRecord } from './event-of-record.js';
import { iterationOf } from './iteration-of.js';
import { parentPathOf } from './parent-path-of.js';

/** A batch of records as one set-based write: one row a step attempt, the latest status, everything else as it came. */
export function changesOfRecords(records: readonly ExecutionRecord[]): Changes {
  const inOrder = [...records].sort((a, b) => a.sequence - b.sequence);
  return {
    steps: mergeSteps(inOrder.filter((record) => record.kind === 'step').map(stepChange)),
    status: latestStatus(inOrder.filter((record) => record.kind === 'execution')),
    variables: inOrder.filter((record) => record.kind === 'variable'),
    conditions: inOrder.filter((record) => record.kind === 'condition'),
    events: inOrder.map(eventOfRecord),
  };
}

function stepChange(record: StepRecord): StepChange {
  const { path, attempt, stepId, stepType, stepName, status, output, error, reason, warnings } = record;
  return {
    ...{ path, attempt, stepId, stepType, stepName, status, output, error, reason, warnings },
    parentPath: parentPathOf(path),
    iteration: iterationOf(path),
    input: record.incoming ?? null,
    reused: record.reused ?? false,
    configuration: record.configuration ?? null,
    sequence: record.sequence,
    since: record.sequence,
    startedAt: record.startedAt ?? (NOT_STARTED.has(status) ? null : record.at),
    completedAt: ENDED.has(status) ? record.at : null,
    due: record.due ?? null,
    known: record.known ?? null,
  };
}

/** One change for each attempt: the latest, with what only earlier ones said. A statement may touch a row only once. */
export function mergeSteps(changes: readonly StepChange[]): readonly StepChange[] {
  const byAttempt = new Map<string, StepChange>();
  for (const change of [...changes].sort((a, b) => a.sequence - b.sequence)) {
    const key = `${change.attempt} ${change.path}`;
    const before = byAttempt.get(key);
    byAttempt.set(key, before === undefined ? change : merge(before, change));
  }
  return [...byAttempt.values()];
}

function merge(before: StepChange, after: StepChange): StepChange {
  return {
    ...after,
    input: after.input ?? before.input,
    output: after.output ?? before.output,
    configuration: after.configuration ?? before.configuration,
    warnings: after.warnings.length > 0 ? after.warnings : before.warnings,
    startedAt: before.startedAt ?? after.startedAt,
    since: Math.min(before.since, after.since),
    known: after.known ?? before.known,
  };
}

/** A step that is cancelled before it started never started. */
const NOT_STARTED: ReadonlySet<string> = new Set(['pending', 'skipped', 'cancelled']);
const ENDED: ReadonlySet<string> = new Set(['completed', 'failed', 'skipped', 'cancelled']);

function latestStatus(records: readonly ExecutionStatusRecord[]): StatusChange | null {
  const last = records.at(-1);
  if (last === undefined) return null;
  const { status, progress, output, error, sequence, at } = last;
  return {
    status,
    done: progress.done,
    known: progress.known,
    output,
    error,
    sequence,
    startedAt: records.find((record) => record.status !== 'pending')?.at ?? null,
    completedAt: isClosed(status) ? at : null,
  };
}
