import {
  ApplicationFailure,
  CancelledFailure,
  ChildWorkflowFailure,
  TerminatedFailure,
  TimeoutFailure,
} from '@temporalio/common';
import { asStepOutcome, childFailed, childOutcome } from './child-failure.js';

const rejected = (cause: Error) =>
  new ChildWorkflowFailure(
    'default',
    { workflowId: 'child', runId: 'run' },
    'execution',
    'NON_RETRYABLE_FAILURE',
    cause,
  );

describe('a child that could not tell its own end', () => {
  it.each([
    [new TerminatedFailure('terminated'), 'TERMINATED'],
    [new TimeoutFailure('timed out', undefined, 'START_TO_CLOSE'), 'TIMED_OUT'],
    [ApplicationFailure.create({ type: 'PROVIDER_REFUSED', message: 'No' }), 'PROVIDER_REFUSED'],
    [new Error('?'), 'ENGINE_FAULT'],
  ])('has failed after %s', (cause, code) => {
    expect(childOutcome(rejected(cause))).toMatchObject({ status: 'failed', error: { code } });
  });

  it('was cancelled', () => {
    expect(childOutcome(rejected(new CancelledFailure('cancelled')))).toEqual({ status: 'cancelled' });
  });
});

describe('the error of a child', () => {
  it('is given to the step that it ran for, with its code and its message', () => {
    expect(asStepOutcome(childFailed('LOOP_EXHAUSTED', 'Too often'), 'each[3]/answer', 2)).toEqual({
      status: 'failed',
      error: {
        code: 'LOOP_EXHAUSTED',
        message: 'Too often',
        stepId: 'answer',
        path: 'each[3]/answer',
        attempt: 2,
        retryable: false,
      },
    });
  });
});
