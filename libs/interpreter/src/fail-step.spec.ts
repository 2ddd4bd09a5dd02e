import type { OnError } from '#definition';
import { aPlan } from '../spec/a-plan.js';
import { Play } from '../spec/play.js';

//   risky ─────────▶ next ──┐
//     └─error─▶ rescue ─────┼─▶ end
//   other ──▶ later ────────┘
function risky(onError: OnError) {
  return new Play(
    aPlan({
      steps: {
        risky: { onError, defaultOutput: { n: 0 } },
        next: {},
        rescue: (e) => ({
          body: {
            kind: 'transform',
            values: ['code', 'message', 'step'].map((field) => ({
              name: field,
              expression: e(`error.${field}`),
            })),
          },
        }),
        other: {},
        later: {},
        end: {},
      },
      edges: [
        'risky -> next',
        'risky.error -> rescue',
        'other -> later',
        'next -> end',
        'rescue -> end',
        'later -> end',
      ],
    }),
  );
}

describe('onError: fail', () => {
  test('cancels what runs, waits until it has stopped, and fails with the first error', () => {
    const play = risky('fail').fail('risky', 'PROVIDER_REFUSED', 'No key.');
    expect(play.cancelled).toEqual(['other']);
    expect(play.finish).toBeNull();
    expect(play.status('later')).toBe('cancelled');
    expect(play.step('later')?.reason).toBe('Cancelled because "risky" failed with PROVIDER_REFUSED.');
    play.stop('other');
    expect(play.finish).toEqual({
      kind: 'finish',
      status: 'failed',
      output: {},
      error: {
        code: 'PROVIDER_REFUSED',
        message: 'No key.',
        stepId: 'risky',
        path: 'risky',
        attempt: 1,
        retryable: false,
      },
    });
    expect(play.statuses).toEqual(['running', 'failed']);
  });

  test('what succeeds while it is being stopped is kept, and leads nowhere', () => {
    const play = risky('fail').fail('risky').succeed('other');
    expect(play.status('other')).toBe('completed');
    expect(play.status('later')).toBe('cancelled');
    expect(play.finish?.status).toBe('failed');
  });

  test('what fails while it is being stopped does not replace the first error', () => {
    const play = risky('fail').fail('risky', 'FIRST').fail('other', 'SECOND');
    expect(play.finish?.error?.code).toBe('FIRST');
    expect(play.status('other')).toBe('cancelled');
  });

  test('a cancel that comes later changes nothing any more', () => {
    const play = risky('fail').fail('risky');
    expect(play.feed({ kind: 'cancel' })).toEqual([]);
    expect(play.stop('other').finish?.status).toBe('failed');
  });

  test('the failure is recorded with its attempt', () => {
    const play = risky('fail');
    const error = { code: 'X', message: 'x', stepId: 'risky', path: 'risky', attempt: 3, retryable: true };
    play.feed({ kind: 'work-failed', path: 'risky', attempt: 3, error });
    expect(play.step('risky')).toMatchObject({
      status: 'failed',
      attempt: 3,
      error: { code: 'X', retryable: true },
    });
  });
});

describe('onError: continue', () => {
  test('goes on with the default output as its facts; its error port dies', () => {
    const play = risky('continue').fail('risky');
    expect(play.status('next')).toBe('running');
    expect(play.status('rescue')).toBe('skipped');
    expect(play.step('rescue')?.reason).toBe(
      'Skipped because "risky" failed with PROVIDER_REFUSED, and goes on with its default output.',
    );
    expect(play.step('risky')).toMatchObject({
      status: 'failed',
      output: { facts: { n: 0 }, references: {} },
      error: { code: 'PROVIDER_REFUSED' },
      reason: 'It failed; the execution goes on with its default output.',
    });
    play.succeed('other').succeed('later').succeed('next').succeed('end');
    expect(play.finish?.status).toBe('completed');
  });

  test('without a default output it goes on with no facts', () => {
    const play = new Play(aPlan({ steps: { a: { onError: 'continue' } } })).fail('a');
    expect(play.finish).toMatchObject({ status: 'completed', output: { a: {} } });
  });
});

describe('onError: route', () => {
  test('only the error port lives, and the error can be read downstream', () => {
    const play = risky('route').fail('risky', 'PROVIDER_REFUSED', 'No key.');
    expect(play.status('next')).toBe('skipped');
    expect(play.step('next')?.reason).toBe('Skipped because "risky" failed with PROVIDER_REFUSED.');
    expect(play.step('rescue')?.output?.facts).toEqual({
      code: 'PROVIDER_REFUSED',
      message: 'No key.',
      step: 'risky',
    });
    play.succeed('other').succeed('later').succeed('end');
    expect(play.finish?.status).toBe('completed');
  });

  test('on success the error port dies', () => {
    const play = risky('route').succeed('risky');
    expect(play.status('rescue')).toBe('skipped');
  });

  test('the error is handed on along live connections, and conditions on the error port see it', () => {
    //   a ─error, if error.code == "X"─▶ b ─▶ c        a ─error, if error.code == "Y"─▶ d
    const plan = aPlan({
      steps: {
        a: { onError: 'route' },
        b: {},
        c: (e) => ({ body: { kind: 'transform', values: [{ name: 'code', expression: e('error.code') }] } }),
        d: {},
      },
      edges: [
        'a.error -> b if error.code == "X"',
        'b -> c if error.step == "a"',
        'a.error -> d if error.code == "Y"',
      ],
    });
    const play = new Play(plan).fail('a', 'X').succeed('b');
    expect(play.step('c')?.output?.facts).toEqual({ code: 'X' });
    expect(play.status('d')).toBe('skipped');
  });

  test('an unknown condition on the error port leaves its warning on the failed step', () => {
    const plan = aPlan({
      steps: { a: { onError: 'route' }, b: {} },
      edges: ['a.error -> b if input.missing'],
    });
    expect(new Play(plan).fail('a').step('a')).toMatchObject({
      status: 'failed',
      warnings: [expect.any(String)],
    });
  });

  test('without a connection on the error port the failure is not swallowed', () => {
    const plan = aPlan({ steps: { a: { onError: 'route' }, b: {} }, edges: ['a -> b'] });
    expect(new Play(plan).fail('a').finish?.status).toBe('failed');
  });

  test('outside an error path, error has no value', () => {
    const plan = aPlan({
      steps: {
        a: (e) => ({ body: { kind: 'transform', values: [{ name: 'code', expression: e('error.code') }] } }),
      },
    });
    expect(new Play(plan).step('a')).toMatchObject({
      output: { facts: {} },
      warnings: ['"code" has no value because error.code has none.'],
    });
  });
});

test('a step cancelled from outside has failed', () => {
  const play = risky('route').stop('risky');
  expect(play.step('risky')?.error).toMatchObject({ code: 'CANCELLED' });
  expect(play.status('rescue')).toBe('completed');
});
