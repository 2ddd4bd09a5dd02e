import { ProviderError } from '#documents';
import { UnknownExecutionError } from '#persistence';
import { describeFailure, stopOf } from './describe-failure.js';

const aborted = (reason: string) => {
  const controller = new AbortController();
  controller.abort(new Error(reason));
  return controller.signal;
};

describe('what a failed attempt is called', () => {
  it('is what the step or the provider says', () => {
    const error = new ProviderError('PROVIDER_RATE_LIMITED', 'Slow down', true, 2_000);
    expect(describeFailure(error, null)).toEqual({
      code: 'PROVIDER_RATE_LIMITED',
      message: 'Slow down',
      retryable: true,
      retryAfterMs: 2_000,
    });
  });

  it('is a fault of the engine when it is nothing we know, and may be tried again', () => {
    expect(describeFailure(new TypeError('x is not a function'), null)).toMatchObject({
      code: 'ENGINE_FAULT',
      message: 'TypeError: x is not a function',
      retryable: true,
    });
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(describeFailure(refused, null).code).toBe('ENGINE_FAULT');
  });

  it('is not told at any length, and says so', () => {
    const { message } = describeFailure(
      new ProviderError('PROVIDER_RATE_LIMITED', 'x'.repeat(5_000), false),
      null,
    );
    expect(message).toBe(`${'x'.repeat(1_000)}… (4000 characters more)`);
  });

  it('cannot be mended when the execution has been deleted', () => {
    expect(describeFailure(new UnknownExecutionError('7'), null)).toMatchObject({ retryable: false });
  });

  it.each([
    ['a cancellation', 'CANCELLED', 10, 'cancelled', 'CANCELLED', false],
    ['a shutdown of the worker', 'WORKER_SHUTDOWN', 10, 'shutdown', 'WORKER_LOST', true],
    ['a timeout', 'TIMED_OUT', 10, 'timeout', 'STEP_TIMEOUT', true],
    ['an attempt given up after its time', 'NOT_FOUND', 1_000, 'timeout', 'STEP_TIMEOUT', true],
    ['an execution that is gone', 'NOT_FOUND', 10, 'cancelled', 'CANCELLED', false],
  ])('after %s says so, whatever the step threw', (_, reason, elapsed, stop, code, retryable) => {
    const found = stopOf(aborted(reason), elapsed, 1_000);
    expect(found).toBe(stop);
    expect(describeFailure(new Error('aborted'), found)).toMatchObject({ code, retryable });
  });

  it('is not a stop while nobody asked for one', () => {
    expect(stopOf(new AbortController().signal, 5_000, 1_000)).toBeNull();
  });
});
