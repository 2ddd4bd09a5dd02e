import { aPlan } from '../../spec/a-plan.js';
import { Play } from '../../spec/play.js';

//   a ─▶ b ─▶ c
//   d ─▶ e
const plan = aPlan({ steps: { a: {}, b: {}, c: {}, d: {}, e: {} }, edges: ['a -> b', 'b -> c', 'd -> e'] });

describe('pause of the whole execution', () => {
  test('nothing new starts, what runs ends, and resume goes on', () => {
    const play = new Play(plan).pause().succeed('a').succeed('d');
    expect(play.started).toEqual(['a', 'd']);
    expect([play.status('b'), play.status('e')]).toEqual(['ready', 'ready']);
    play.resume();
    expect(play.started).toEqual(['a', 'd', 'b', 'e']);
    expect(play.statuses).toEqual(['running', 'paused', 'running']);
  });

  test('both are idempotent', () => {
    const play = new Play(plan).pause();
    expect(play.feed({ kind: 'pause', path: '' })).toEqual([]);
    play.resume();
    expect(play.feed({ kind: 'resume', path: '' })).toEqual([]);
    expect(play.statuses).toEqual(['running', 'paused', 'running']);
  });

  test('steps inside the interpreter wait as well', () => {
    const pure = aPlan({ steps: { a: {}, fork: { body: { kind: 'parallel' } } }, edges: ['a -> fork'] });
    const play = new Play(pure).pause().succeed('a');
    expect([play.status('fork'), play.finish]).toEqual(['ready', null]);
    expect(play.resume().finish?.status).toBe('completed');
  });

  test('an execution that ends while paused, ends', () => {
    const play = new Play(aPlan({ steps: { a: {} } })).pause().succeed('a');
    expect(play.statuses).toEqual(['running', 'paused', 'completed']);
  });

  test('a failure is not held up by a pause', () => {
    const play = new Play(plan).pause().fail('a').stop('d');
    expect(play.finish?.status).toBe('failed');
  });
});

describe('pause of an instance path', () => {
  test('holds that step only; once nothing else runs, the execution is paused', () => {
    const play = new Play(plan).pause('b').succeed('a').succeed('d');
    expect(play.statuses).toEqual(['running']);
    play.succeed('e');
    expect(play.started).toEqual(['a', 'd', 'e']);
    expect(play.statuses).toEqual(['running', 'paused']);
    expect(play.finish).toBeNull();
    play.resume('b').succeed('b').succeed('c');
    expect(play.finish?.status).toBe('completed');
  });

  test('resuming the whole execution lifts the pauses inside it', () => {
    const play = new Play(plan).pause('b').pause().succeed('a').resume();
    expect(play.started).toEqual(['a', 'd', 'b']);
  });

  test('resuming a step does not lift the pause around it', () => {
    const play = new Play(plan).pause().pause('b').resume('b').succeed('a');
    expect(play.started).toEqual(['a', 'd']);
    expect(play.statuses).toEqual(['running', 'paused']);
  });

  test.each(['nothing', 'a/inner', 'a[2]/inner'])('a path that names nothing changes nothing: %s', (path) => {
    const play = new Play(plan);
    const before = play.state;
    expect(play.pause(path).state).toBe(before);
  });
});

describe('hold', () => {
  test('is a pause that nobody sees', () => {
    const play = new Play(plan);
    play.feed({ kind: 'hold' });
    expect(play.feed({ kind: 'hold' })).toEqual([]);
    play.succeed('a');
    expect(play.started).toEqual(['a', 'd']);
    play.feed({ kind: 'release' });
    expect(play.started).toEqual(['a', 'd', 'b']);
    expect(play.statuses).toEqual(['running']);
  });

  test('lasts beside a pause', () => {
    const play = new Play(plan).pause();
    play.feed({ kind: 'hold' });
    play.succeed('a').resume();
    expect(play.started).toEqual(['a', 'd']);
    play.feed({ kind: 'release' });
    expect(play.started).toEqual(['a', 'd', 'b']);
  });
});

describe('cancel', () => {
  test('stops what runs, ends the rest, and finishes when all have stopped', () => {
    const play = new Play(plan).succeed('a');
    play.feed({ kind: 'cancel' });
    expect(play.cancelled).toEqual(['b', 'd']);
    expect(play.step('c')).toMatchObject({
      status: 'cancelled',
      reason: 'Cancelled because the execution was cancelled.',
    });
    play.stop('d');
    expect(play.finish).toBeNull();
    play.stop('b');
    expect(play.statuses).toEqual(['running', 'cancelling', 'cancelled']);
    expect(play.finish).toMatchObject({ status: 'cancelled', error: null });
    expect(play.step('b')).toMatchObject({ status: 'cancelled', reason: 'Cancelled while it ran.' });
  });

  test('is idempotent', () => {
    const play = new Play(plan);
    play.feed({ kind: 'cancel' });
    expect(play.feed({ kind: 'cancel' })).toEqual([]);
  });

  test('works on a paused execution, also where nothing runs', () => {
    const play = new Play(plan).pause().succeed('a').succeed('d');
    play.feed({ kind: 'cancel' });
    expect(play.statuses).toEqual(['running', 'paused', 'cancelling', 'cancelled']);
  });

  test('a pause while it is cancelling is not shown', () => {
    const play = new Play(plan);
    play.feed({ kind: 'cancel' });
    play.pause().resume().stop('a').stop('d');
    expect(play.statuses).toEqual(['running', 'cancelling', 'cancelled']);
  });
});
