import { ActivityFailure, ApplicationFailure, CancelledFailure, TimeoutFailure } from '@temporalio/common';
import type { RetryState, TimeoutType } from '@temporalio/common';
import { toApplicationFailure, workFailure } from './failure.js';

const work = { stepId: 'embed', path: 'each[1]/embed', firstAttempt: 4, maximumAttempts: 3 };

const rejected = (cause: Error, retryState: RetryState = 'MAXIMUM_ATTEMPTS_REACHED') =>
  new ActivityFailure('Activity task failed', 'embedding', 'each[1]/embed#4', retryState, undefined, cause);
const timedOut = (type: TimeoutType, details?: unknown) => new TimeoutFailure('timed out', details, type);

describe('failures between worker and workflow', () => {
  it('come back with the code, the attempt and whether a retry could help', () => {
    const failure = toApplicationFailure({
      code: 'PROVIDER_RATE_LIMITED',
      message: 'Too many requests',
      retryable: true,
      attempt: 6,
      retryAfterMs: 2_500,
      attempts: [],
    });
    expect(failure).toMatchObject({ nonRetryable: false, nextRetryDelay: 2_500 });
    expect(workFailure(rejected(failure), work)).toEqual({
      kind: 'failed',
      attempt: 6,
      error: {
        code: 'PROVIDER_RATE_LIMITED',
        message: 'Too many requests',
        stepId: 'embed',
        path: 'each[1]/embed',
        attempt: 6,
        retryable: true,
      },
    });
  });

  it('say WORKER_LOST when the heartbeats stopped, with the attempt of the last beat', () => {
    expect(workFailure(rejected(timedOut('HEARTBEAT', { attempt: 5, attempts: [] })), work)).toMatchObject({
      kind: 'failed',
      error: { code: 'WORKER_LOST', attempt: 5 },
    });
  });

  it('say STEP_TIMEOUT when an attempt took too long; without a beat it was the last one', () => {
    expect(workFailure(rejected(timedOut('START_TO_CLOSE')), work)).toMatchObject({
      kind: 'failed',
      error: { code: 'STEP_TIMEOUT', attempt: 6 },
    });
  });

  it('keep a cancellation apart, with the attempt it reached', () => {
    const failure = rejected(
      new CancelledFailure('cancelled', [{ attempt: 5, attempts: [] }]),
      'CANCEL_REQUESTED',
    );
    expect(workFailure(failure, work)).toEqual({ kind: 'cancelled', attempt: 5 });
    const unstarted = rejected(new CancelledFailure('cancelled'), 'CANCEL_REQUESTED');
    expect(workFailure(unstarted, work)).toEqual({ kind: 'cancelled', attempt: 4 });
  });

  it('never name an attempt the step was not given', () => {
    const failure = toApplicationFailure({
      code: 'ENGINE_FAULT',
      message: '',
      retryable: true,
      attempt: 99,
      retryAfterMs: null,
      attempts: [],
    });
    expect(workFailure(rejected(failure), work)).toMatchObject({ attempt: 6, error: { attempt: 6 } });
  });

  it('of a kind we did not make are faults of the engine', () => {
    const failure = rejected(ApplicationFailure.nonRetryable('no such activity', 'NotFoundError'));
    expect(workFailure(failure, work)).toMatchObject({
      kind: 'failed',
      error: { code: 'ENGINE_FAULT', message: 'NotFoundError: no such activity', retryable: false },
    });
    expect(workFailure(new TypeError('bad options'), work)).toMatchObject({
      error: { code: 'ENGINE_FAULT', message: 'bad options' },
    });
  });
});
