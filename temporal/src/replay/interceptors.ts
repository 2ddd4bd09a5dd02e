import { proxySinks } from '@temporalio/workflow';
import type { WorkflowInterceptors } from '@temporalio/workflow';
import type { EngineActivities, RecordRequest, WorkRequest, WorkResult } from '../activities.js';
import type { RequestSinks } from './request-sinks.js';
import { answerOf, answerOfFailure } from './work-answer.js';

const { requests } = proxySinks<RequestSinks>();

const ENGINE: Readonly<Record<keyof EngineActivities, true>> = {
  record: true,
  loadCarried: true,
  storeCarried: true,
  loadItems: true,
  storeResults: true,
  boundOutput: true,
  turn: true,
  prepareChild: true,
  readOutcome: true,
};

/** Watches what an execution asks for. It delays nothing, so that the replay goes as the execution went. */
export function interceptors(): WorkflowInterceptors {
  return {
    outbound: [
      {
        scheduleActivity(input, next) {
          const answer = next(input);
          const { activityType, args } = input;
          if (activityType === 'record') recorded(args);
          else if (!(activityType in ENGINE)) watch(args, answer);
          return answer;
        },
        scheduleLocalActivity(input, next) {
          if (input.activityType === 'record') recorded(input.args);
          return next(input);
        },
      },
    ],
  };
}

function recorded([request]: readonly unknown[]): void {
  requests.records((request as RecordRequest).records);
}

function watch([asked]: readonly unknown[], answer: Promise<unknown>): void {
  const request = asked as WorkRequest;
  const { path, firstAttempt, records } = request;
  requests.records(records);
  requests.work(request, Date.now());
  answer.then(
    (result) => requests.answer(path, firstAttempt, answerOf(result as WorkResult)),
    (reason: unknown) => requests.answer(path, firstAttempt, answerOfFailure(reason)),
  );
}
