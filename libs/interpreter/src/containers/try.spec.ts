import { aPlan } from '../../spec/a-plan.js';
import { compute, guard, loop } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';
import { aReference } from '../../spec/reference.js';

/** guard ( risky | other ; finally: tidy ) -> after, and along its error port -> rescue */
const guarded = (rescue: boolean, siblings: 'cancel' | 'settle' = 'cancel') =>
  aPlan({
    steps: {
      guard: { body: guard({ siblings }) },
      risky: { in: 'guard' },
      other: { in: 'guard' },
      later: { in: 'guard' },
      tidy: { in: 'guard.finally' },
      after: { body: { kind: 'parallel' } },
      ...(rescue && { rescue: (e) => ({ body: compute(e('error.code + " in " + error.step')) }) }),
    },
    edges: ['other -> later', 'guard.done -> after', ...(rescue ? ['guard.error -> rescue'] : [])],
  });

describe('try', () => {
  test('runs its body, then finally, then goes on', () => {
    const play = new Play(guarded(true)).succeed('guard/risky').succeed('guard/other').succeed('guard/later');
    expect(play.started).toEqual(['guard/risky', 'guard/other', 'guard/later', 'guard/tidy']);
    play.succeed('guard/tidy');
    expect(play.step('guard')).toMatchObject({ status: 'completed', output: { facts: { error_count: 0 } } });
    expect(play.status('after')).toBe('completed');
    expect(play.status('rescue')).toBe('skipped');
  });

  test('a failure stops the others, waits for them, runs finally, and leaves by the error port', () => {
    const play = new Play(guarded(true)).fail('guard/risky', 'BAD');
    expect(play.cancelled).toEqual(['guard/other']);
    expect(play.started).not.toContain('guard/tidy');
    play.stop('guard/other').succeed('guard/tidy');
    expect(play.finish).toMatchObject({ status: 'completed', output: { rescue: { n: 'BAD in risky' } } });
    expect(play.step('guard/later')?.status).toBe('cancelled');
  });

  test('with nothing on the error port, the failure goes on outward', () => {
    const play = new Play(guarded(false))
      .fail('guard/risky', 'BAD')
      .stop('guard/other')
      .succeed('guard/tidy');
    expect(play.finish).toMatchObject({ status: 'failed', error: { code: 'BAD', path: 'guard/risky' } });
  });

  test('settle lets those that have started end, and starts no more', () => {
    const play = new Play(guarded(true, 'settle')).fail('guard/risky', 'BAD');
    expect(play.cancelled).toEqual([]);
    play.succeed('guard/other').succeed('guard/tidy');
    expect(play.started).not.toContain('guard/later');
    expect(play.finish?.output).toEqual({ rescue: { n: 'BAD in risky' } });
  });

  test('with settle, the first failure is the one that counts', () => {
    const play = new Play(guarded(true, 'settle')).fail('guard/risky', 'BAD').fail('guard/other', 'WORSE');
    play.succeed('guard/tidy');
    expect(play.finish?.output).toEqual({ rescue: { n: 'BAD in risky' } });
    expect(play.step('guard')?.error?.code).toBe('BAD');
  });

  test('a failure inside finally is the failure of the whole', () => {
    const play = new Play(guarded(true)).succeed('guard/risky').succeed('guard/other').succeed('guard/later');
    play.fail('guard/tidy', 'UNTIDY');
    expect(play.finish?.output).toEqual({ rescue: { n: 'UNTIDY in tidy' } });
  });

  test('finally is shielded from cancellation', () => {
    const play = new Play(guarded(true));
    play.feed({ kind: 'cancel' });
    play.stop('guard/risky').stop('guard/other');
    expect(play.started.at(-1)).toBe('guard/tidy');
    play.feed({ kind: 'cancel' });
    expect(play.cancelled).not.toContain('guard/tidy');
    play.succeed('guard/tidy');
    expect(play.finish?.status).toBe('cancelled');
    expect(play.statuses).toEqual(['running', 'cancelling', 'cancelled']);
  });

  test('a cancellation while finally runs lets it end, and cancels what comes after', () => {
    const play = new Play(guarded(true)).succeed('guard/risky').succeed('guard/other').succeed('guard/later');
    play.feed({ kind: 'cancel' });
    expect(play.cancelled).toEqual([]);
    play.succeed('guard/tidy');
    expect(play.finish?.status).toBe('cancelled');
    expect(play.status('after')).toBe('cancelled');
  });

  test('in finally, error is the failure of the body, and missing without one', () => {
    const plan = aPlan({
      steps: {
        guard: { body: guard(), onError: 'continue' },
        risky: { in: 'guard' },
        say: (e) => ({ in: 'guard.finally', body: compute(e('coalesce(error.code, "fine")')) }),
      },
    });
    expect(new Play(plan).fail('guard/risky', 'BAD').step('guard/say')?.output?.facts).toEqual({ n: 'BAD' });
    expect(new Play(plan).succeed('guard/risky').step('guard/say')?.output?.facts).toEqual({ n: 'fine' });
  });

  test('what the body hands on, it hands on; what came in goes through', () => {
    const plan = aPlan({
      steps: {
        read: { gives: ['documents'] },
        guard: { body: guard() },
        cut: { in: 'guard', gives: ['chunks'] },
        use: {},
      },
      edges: ['read -> guard', 'guard.done -> use'],
    });
    const documents = aReference('documents', 'd');
    const chunks = aReference('chunks', 'c');
    const play = new Play(plan).succeed('read', {}, { documents });
    expect(play.work('guard/cut').incoming).toEqual({ documents: [documents] });
    play.succeed('guard/cut', {}, { chunks });
    expect(play.work('use').incoming).toEqual({ chunks: [chunks], documents: [documents] });
  });

  test('breaking a loop out of a try runs finally first', () => {
    const plan = aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { over: '[1, 2, 3]' }) }),
        guard: { in: 'each', body: guard() },
        ask: (e) => ({
          in: 'guard',
          body: { kind: 'condition', mode: 'first', cases: [{ port: 'break', when: e('loop.item == 2') }] },
        }),
        tidy: { in: 'guard.finally' },
        rest: { in: 'each', body: { kind: 'parallel' } },
      },
      edges: ['guard.done -> rest'],
    });
    const play = new Play(plan).succeed('each[0]/guard/tidy').succeed('each[1]/guard/tidy');
    expect(play.step('each')?.output?.facts).toMatchObject({ iteration_count: 2 });
    expect(play.step('each[1]/rest')?.status).toBe('skipped');
    expect(play.finish?.status).toBe('completed');
  });
});

describe('compensation', () => {
  const saga = (compensate: boolean, rescue = true) =>
    aPlan({
      steps: {
        guard: { body: guard({ compensate }) },
        book: { in: 'guard', compensateWith: 'unbook' },
        pay: { in: 'guard', compensateWith: 'refund' },
        ship: { in: 'guard' },
        unbook: (e) => ({
          in: 'guard',
          body: {
            kind: 'work',
            configuration: { value: { id: '' }, slots: [{ path: ['id'], parts: [e('steps.book.id')] }] },
          },
        }),
        refund: { in: 'guard' },
        ...(rescue && { rescue: { body: { kind: 'parallel' } } }),
      },
      edges: ['book -> pay', 'pay -> ship', ...(rescue ? ['guard.error -> rescue'] : [])],
    });

  test('undoes what was done, the last first, each when the one before has ended', () => {
    const play = new Play(saga(true))
      .succeed('guard/book', { id: 42 })
      .succeed('guard/pay')
      .fail('guard/ship');
    expect(play.started.at(-1)).toBe('guard/refund');
    play.succeed('guard/refund');
    expect(play.work('guard/unbook').configuration).toEqual({ id: 42 });
    expect(play.finish).toBeNull();
    play.succeed('guard/unbook');
    expect(play.finish?.status).toBe('completed');
    expect(play.state.undo).toEqual([]);
  });

  test('one that fails does not stop the rest', () => {
    const play = new Play(saga(true))
      .succeed('guard/book', { id: 1 })
      .succeed('guard/pay')
      .fail('guard/ship');
    expect(play.fail('guard/refund').started.at(-1)).toBe('guard/unbook');
    expect(play.succeed('guard/unbook').finish?.status).toBe('completed');
  });

  test('only what has completed is undone', () => {
    const play = new Play(saga(true)).succeed('guard/book', { id: 1 }).fail('guard/pay');
    expect(play.started).toEqual(['guard/book', 'guard/pay', 'guard/unbook']);
  });

  test('nothing is undone on success, nor in a try that does not ask for it', () => {
    const done = new Play(saga(true))
      .succeed('guard/book', { id: 1 })
      .succeed('guard/pay')
      .succeed('guard/ship');
    expect(done.started).toHaveLength(3);
    const kept = new Play(saga(false))
      .succeed('guard/book', { id: 1 })
      .succeed('guard/pay')
      .fail('guard/ship');
    expect(kept.finish?.status).toBe('completed');
  });

  test('an execution that fails undoes all that was not undone before', () => {
    const play = new Play(saga(false, false))
      .succeed('guard/book', { id: 1 })
      .succeed('guard/pay')
      .fail('guard/ship');
    expect(play.state.status).toBe('compensating');
    play.succeed('guard/refund').succeed('guard/unbook');
    expect(play.finish?.status).toBe('failed');
    expect(play.statuses).toEqual(['running', 'compensating', 'failed']);
  });

  test('an execution that is cancelled undoes too, what completed while it was stopped included', () => {
    const play = new Play(saga(false, false)).succeed('guard/book', { id: 1 });
    play.feed({ kind: 'cancel' });
    play.succeed('guard/pay');
    expect(play.started.at(-1)).toBe('guard/refund');
    play.succeed('guard/refund').succeed('guard/unbook');
    expect(play.statuses).toEqual(['running', 'cancelling', 'compensating', 'cancelled']);
  });

  test('rounds of a loop are undone from the last to the first', () => {
    const plan = aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { over: '[1, 2, 3]' }) }),
        make: { in: 'each', compensateWith: 'remove' },
        remove: { in: 'each' },
        then: {},
      },
      edges: ['each.done -> then'],
    });
    const play = new Play(plan)
      .succeed('each[0]/make')
      .succeed('each[1]/make')
      .succeed('each[2]/make')
      .fail('then');
    play.succeed('each[2]/remove').succeed('each[1]/remove').succeed('each[0]/remove');
    expect(play.started.slice(4)).toEqual(['each[2]/remove', 'each[1]/remove', 'each[0]/remove']);
    expect(play.finish?.status).toBe('failed');
  });

  test('settings that cannot be made are recorded as a failure, and the rest goes on', () => {
    const plan = aPlan({
      steps: {
        make: { compensateWith: 'remove' },
        remove: (e) => ({
          body: {
            kind: 'work',
            configuration: { value: { n: '' }, slots: [{ path: ['n'], parts: [e('1 / 0')] }] },
          },
        }),
        then: {},
      },
      edges: ['make -> then'],
    });
    const play = new Play(plan).succeed('make').fail('then');
    expect(play.step('remove')?.status).toBe('failed');
    expect(play.finish?.status).toBe('failed');
  });

  test('goes on after a round trip of the state, and waits while it is paused', () => {
    const play = new Play(saga(false, false))
      .succeed('guard/book', { id: 1 })
      .succeed('guard/pay')
      .fail('guard/ship');
    play.roundTrip().pause().succeed('guard/refund');
    expect(play.started.at(-1)).toBe('guard/refund');
    play.resume();
    expect(play.started.at(-1)).toBe('guard/unbook');
  });
});
