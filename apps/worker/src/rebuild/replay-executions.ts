import { Worker } from '@temporalio/worker';
import type { InjectedSinks, ReplayWorkerOptions } from '@temporalio/worker';
import type { ExecutionRecord } from '#interpreter';
import type { Happenings, RecordedWork } from '#persistence';
import type { RequestSinks, WorkAnswer, WorkRequest } from '#temporal/contract';
import type { RunHistory } from './run-histories.js';

/** Thrown when a history does not go again as it went: another version of the engine made it. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
}

interface Asked {
  readonly request: WorkRequest;
  readonly at: number;
  answer: WorkAnswer | null;
}

/** All that the runs of one execution had written to the tables. */
export class ReplayedExecution {
  readonly records: ExecutionRecord[] = [];
  readonly works = new Map<string, Asked>();
  error: ReplayError | null = null;

  /**
   * With `ended`, work without an answer was cut off, and counts as begun when it was asked for; in an open execution
   * it may not have begun.
   */
  happenings({ ended }: { readonly ended: boolean }): Happenings {
    const works = [...this.works.values()];
    return {
      records: this.records,
      works: works.map((asked) => recordedWork(asked, ended)),
      untold: works.flatMap(({ request, answer }) => (answer?.attempts ? [] : [request.path])),
    };
  }
}

/** Replays the runs of executions, all of them in one worker; gives each by its workflow's id. */
export async function replayExecutions(
  histories: AsyncIterable<RunHistory>,
  bundlePath: string,
): Promise<ReadonlyMap<string, ReplayedExecution>> {
  const executions = new Map<string, ReplayedExecution>();
  const of = ({ workflowId }: { readonly workflowId: string }): ReplayedExecution => {
    const known = executions.get(workflowId) ?? new ReplayedExecution();
    executions.set(workflowId, known);
    return known;
  };
  const sinks: InjectedSinks<RequestSinks> = {
    requests: {
      records: { callDuringReplay: true, fn: (info, more) => void of(info).records.push(...more) },
      work: {
        callDuringReplay: true,
        fn: (info, request, at) => void of(info).works.set(keyOf(request), { request, at, answer: null }),
      },
      answer: {
        callDuringReplay: true,
        fn: (info, path, firstAttempt, answer) => {
          const asked = of(info).works.get(keyOf({ path, firstAttempt }));
          if (asked !== undefined) asked.answer = answer;
        },
      },
    },
  };
  const options: ReplayWorkerOptions = { workflowBundle: { codePath: bundlePath }, sinks };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories))
    if (error !== undefined) of({ workflowId }).error = new ReplayError(error.message);
  return executions;
}

function keyOf({ path, firstAttempt }: Pick<WorkRequest, 'path' | 'firstAttempt'>): string {
  return `${path}#${firstAttempt}`;
}

function recordedWork({ request, at, answer }: Asked, ended: boolean): RecordedWork {
  const cutOff = { attempt: request.firstAttempt, startedAt: at, endedAt: null, error: null };
  return {
    work: request,
    attempts: answer === null ? (ended ? [cutOff] : []) : (answer.attempts ?? []),
    output: answer?.output ?? null,
  };
}
