import { aPlan } from '../../spec/a-plan.js';
import { guard, loop } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';

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

  test('a try that loses a race undoes what it had done, though the execution goes on', () => {
    const plan = aPlan({
      steps: {
        guard: { body: guard({ compensate: true }) },
        book: { in: 'guard', compensateWith: 'unbook' },
        pay: { in: 'guard' },
        unbook: { in: 'guard' },
        quick: {},
        goal: { join: { kind: 'race' } },
      },
      edges: ['book -> pay', 'guard.done -> goal', 'quick -> goal'],
    });
    const play = new Play(plan).succeed('guard/book').succeed('quick').succeed('goal');
    expect(play.cancelled).toEqual(['guard/pay']);
    play.stop('guard/pay');
    expect(play.started.at(-1)).toBe('guard/unbook');
    play.succeed('guard/unbook');
    expect(play.step('guard')?.status).toBe('cancelled');
    expect(play.finish?.status).toBe('completed');
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

  test('settings that come out too big are recorded as a failure', () => {
    const plan = aPlan({
      steps: {
        make: { compensateWith: 'remove' },
        remove: (e) => ({
          body: {
            kind: 'work',
            configuration: {
              value: { a: '', b: '' },
              slots: [
                { path: ['a'], parts: [e('steps.make.text')] },
                { path: ['b'], parts: [e('steps.make.text')] },
              ],
            },
          },
        }),
        then: {},
      },
      edges: ['make -> then'],
    });
    const play = new Play(plan).succeed('make', { text: 'x'.repeat(40_000) }).fail('then');
    expect(play.step('remove')?.error?.code).toBe('INPUT_TOO_LARGE');
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
