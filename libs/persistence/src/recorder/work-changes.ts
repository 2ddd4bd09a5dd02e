import type { IncomingReferences, JsonObject, StepOutput } from '#definition';
import type { StepError, StepStatus } from '#interpreter';
import type { Changes, EventChange, StepChange } from './changes.js';
import { changesOfRecords, mergeSteps } from './changes-of-records.js';
import { stepEvent } from './event-of-record.js';
import { iterationOf } from './iteration-of.js';
import { parentPathOf } from './parent-path-of.js';
import type { WorkStart } from './work.js';
import { lostError } from './work-before.js';
import type { RecordedAttempt } from './work-before.js';

/** Which attempt of which step. */
export interface AttemptIdentity {
  readonly path: string;
  readonly attempt: number;
  readonly stepId: string;
  readonly stepType: string;
  readonly stepName: string;
}

/** The start of an attempt, with what rides along, and the end of attempts whose worker was lost. */
export function changesOfStart(start: WorkStart, earlier: readonly RecordedAttempt[]): Changes {
  const { path, sequence, at } = start;
  const lost = earlier
    .filter((other) => other.attempt < start.attempt && other.status === 'running')
    .map((other) => changesOfEnd({ ...other, path }, other.sequence + 1, at, lostError(start, other)));
  return together([changesOfRecords(start.records), ...lost, attemptStart(start, sequence, at, start)]);
}

/** The start of one attempt by itself. */
export function attemptStart(
  identity: AttemptIdentity,
  sequence: number,
  at: number,
  { configuration, incoming, warnings }: Pick<WorkStart, 'configuration' | 'incoming' | 'warnings'>,
): Changes {
  return workChange(identity, 'running', sequence, at, {
    ...(incoming && { incoming }),
    configuration,
    warnings,
  });
}

/** The end of an attempt: what it gave, or why it failed. */
export function changesOfEnd(
  identity: AttemptIdentity,
  sequence: number,
  at: number,
  end: StepOutput | StepError,
): Changes {
  if ('facts' in end) return workChange(identity, 'completed', sequence, at, { output: end });
  const status = end.code === 'CANCELLED' ? 'cancelled' : 'failed';
  return workChange(identity, status, sequence, at, { error: end });
}

interface WorkDetail {
  readonly output?: StepOutput;
  readonly error?: StepError;
  readonly incoming?: IncomingReferences;
  readonly configuration?: JsonObject;
  readonly warnings?: readonly string[];
}

function workChange(
  { path, attempt, stepId, stepType, stepName }: AttemptIdentity,
  status: StepStatus,
  sequence: number,
  at: number,
  { output, error = undefined, incoming, configuration, warnings = [] }: WorkDetail,
): Changes {
  const shared = {
    path,
    attempt,
    stepId,
    stepType,
    stepName,
    status,
    error: error ?? null,
    reason: null,
    warnings,
  };
  const running = status === 'running';
  const step: StepChange = {
    ...shared,
    parentPath: parentPathOf(path),
    iteration: iterationOf(path),
    input: incoming ?? null,
    reused: false,
    output: output ?? null,
    configuration: configuration ?? null,
    sequence,
    since: sequence,
    startedAt: running ? at : null,
    completedAt: running ? null : at,
    due: null,
    known: null,
  };
  const event: EventChange = {
    ...stepEvent({ ...shared, facts: output?.facts ?? null }),
    record: sequence,
    at,
    onlyIfApplied: true,
  };
  return { steps: [step], status: null, variables: [], conditions: [], events: [event] };
}

/** Several as one write; at most one of them has a status. */
export function together(all: readonly Changes[]): Changes {
  return {
    steps: mergeSteps(all.flatMap(({ steps }) => steps)),
    status: all.find(({ status }) => status !== null)?.status ?? null,
    variables: all.flatMap(({ variables }) => variables),
    conditions: all.flatMap(({ conditions }) => conditions),
    events: all.flatMap(({ events }) => events),
  };
}
