import { attemptNumbers } from '#interpreter';
import type { AttemptRecord, ExecutionRecord, StepError } from '#interpreter';
import type { StepOutput } from '#definition';
import type { Changes } from './changes.js';
import { changesOfRecords } from './changes-of-records.js';
import { attemptStart, changesOfEnd, together } from './work-changes.js';
import type { WorkStart } from './work.js';

/** What became of the work of a step, all attempts of one activity. */
export interface RecordedWork {
  readonly work: Omit<WorkStart, 'executionId' | 'attempt' | 'at' | 'records'>;
  readonly attempts: readonly AttemptRecord[];
  /** Of the attempt that ended without an error. */
  readonly output: StepOutput | null;
}

/** All that ever happened in an execution. */
export interface Happenings {
  /** In any order, and each any number of times. */
  readonly records: readonly ExecutionRecord[];
  readonly works: readonly RecordedWork[];
  /** Paths of work whose worker could not tell of all its attempts: what the tables have of these is kept. */
  readonly untold: readonly string[];
}

type Happening =
  | { readonly sequence: number; readonly record: ExecutionRecord }
  | { readonly sequence: number; readonly changes: Changes };

/** Everything as writes of a bounded size, in the order in which it was numbered. */
export function* changesOfHappenings(
  { records, works }: Happenings,
  size: number,
): Generator<Changes, void, undefined> {
  const bySequence = new Map(records.map((record) => [record.sequence, record]));
  const happenings: Happening[] = [
    ...[...bySequence.values()].map((record) => ({ sequence: record.sequence, record })),
    ...works.flatMap(happeningsOfWork),
  ].sort((a, b) => a.sequence - b.sequence);
  for (let from = 0; from < happenings.length; from += size) {
    const chunk = happenings.slice(from, from + size);
    const ofRecords = changesOfRecords(chunk.flatMap((one) => ('record' in one ? [one.record] : [])));
    yield logged(together([ofRecords, ...chunk.flatMap((one) => ('changes' in one ? [one.changes] : []))]));
  }
}

function happeningsOfWork({ work, attempts, output }: RecordedWork): readonly Happening[] {
  return attempts.flatMap((attempt): Happening[] => {
    const { started, ended } = attemptNumbers(work.sequence, attempt.attempt - work.firstAttempt);
    const { startedAt, endedAt } = attempt;
    const identity = { ...work, attempt: attempt.attempt };
    const start = { sequence: started, changes: attemptStart(identity, started, startedAt, work) };
    const end = endOf(work, attempt, output);
    if (end === null || endedAt === null) return [start];
    return [start, { sequence: ended, changes: changesOfEnd(identity, ended, endedAt, end) }];
  });
}

function endOf(
  { stepId, path }: RecordedWork['work'],
  { attempt, error }: AttemptRecord,
  output: StepOutput | null,
): StepOutput | StepError | null {
  return error === null ? output : { ...error, stepId, path, attempt };
}

/** What is known to have happened has its line in the log, also when a later write of the same batch hides it. */
function logged(changes: Changes): Changes {
  return { ...changes, events: changes.events.map((event) => ({ ...event, onlyIfApplied: false })) };
}
