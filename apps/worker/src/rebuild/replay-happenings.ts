import { Worker } from '@temporalio/worker';
import type { ReplayWorkerOptions, InjectedSinks } from '@temporalio/worker';
import type { ExecutionRecord } from '#interpreter';
import type { Happenings, RecordedWork } from '#persistence';
import type { RequestSinks, WorkAnswer, WorkRequest } from '#temporal/contract';
import type { RunHistory } from './run-histories.js';

interface Asked {
  readonly request: WorkRequest;
  readonly at: number;
  answer: WorkAnswer | null;
}

/** Thrown when a history does not go again as it went: the worker is of another version than the one that ran it. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
}

/**
 * Replays the runs of an execution and gives all that they had written to the tables. `ended`: work without an
 * answer was cut off, and counts as begun when it was asked for; in an open execution it may not have begun.
 */
export async function replayHappenings(
  histories: AsyncIterable<RunHistory>,
  bundlePath: string,
  { ended }: { readonly ended: boolean },
): Promise<Happenings> {
  const records: ExecutionRecord[] = [];
  const works = new Map<string, Asked>();
  const sinks: InjectedSinks<RequestSinks> = {
    requests: {
      records: { callDuringReplay: true, fn: (_, more) => void records.push(...more) },
      work: {
        callDuringReplay: true,
        fn: (_, request, at) => void works.set(keyOf(request), { request, at, answer: null }),
      },
      answer: {
        callDuringReplay: true,
        fn: (_, path, firstAttempt, answer) => {
          const asked = works.get(keyOf({ path, firstAttempt }));
          if (asked !== undefined) asked.answer = answer;
        },
      },
    },
  };
  const options: ReplayWorkerOptions = { workflowBundle: { codePath: bundlePath }, sinks };
  for await (const { error } of Worker.runReplayHistories(options, histories))
    if (error !== undefined) throw new ReplayError(error.message);
  return { records, works: [...works.values()].map((asked) => recordedWork(asked, ended)) };
}

function keyOf({ path, firstAttempt }: Pick<WorkRequest, 'path' | 'firstAttempt'>): string {
  return `${path}#${firstAttempt}`;
}

function recordedWork({ request, at, answer }: Asked, ended: boolean): RecordedWork {
  const { path, stepId, stepType, stepName, firstAttempt, sequence, configuration, incoming, warnings } =
    request;
  const work = {
    path,
    stepId,
    stepType,
    stepName,
    firstAttempt,
    sequence,
    configuration,
    incoming,
    warnings,
  };
  const cutOff = { attempt: firstAttempt, startedAt: at, endedAt: null, error: null };
  return {
    work,
    attempts: answer === null ? (ended ? [cutOff] : []) : (answer.attempts ?? []),
    output: answer?.output ?? null,
  };
}
