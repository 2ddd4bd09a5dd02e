import { aPlan } from '../../spec/a-plan.js';
import { compute } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';
import { refusalOf } from '../refusal.js';

const ANNA = { id: 'u1', name: 'anna@example.org' };

const blocking = aPlan({
  steps: {
    risky: { onError: 'block', blockDeadlineMs: 60_000 },
    next: (e) => ({ body: compute(e('steps.risky.n')) }),
  },
  edges: ['risky -> next'],
});

describe('a step that blocks', () => {
  test('keeps the execution open, and says so', () => {
    const play = new Play(blocking).fail('risky', 'BAD');
    expect(play.state.status).toBe('blocked');
    expect(play.step('risky')).toMatchObject({ status: 'blocked', error: { code: 'BAD' } });
    expect(play.timers).toEqual(['risky']);
    expect(play.finish).toBeNull();
  });

  test('can be tried again, with other settings, as its next attempt', () => {
    const play = new Play(blocking).fail('risky');
    play.feed({ kind: 'retry-step', path: 'risky', configuration: { size: 2 }, actor: ANNA });
    expect(play.works.at(-1)).toMatchObject({ path: 'risky', attempt: 2, configuration: { size: 2 } });
    expect(play.timers).toEqual([]);
    play.feed({
      kind: 'work-succeeded',
      path: 'risky',
      attempt: 2,
      output: { facts: { n: 5 }, references: {} },
    });
    expect(play.finish?.output).toEqual({ next: { n: 5 } });
  });

  test('can be skipped with an output', () => {
    const play = new Play(blocking).fail('risky');
    play.feed({ kind: 'skip-step', path: 'risky', output: { n: 7 }, actor: ANNA });
    expect(play.finish?.output).toEqual({ next: { n: 7 } });
    expect(play.step('risky')).toMatchObject({
      status: 'skipped',
      reason: 'Skipped by anna@example.org after it had failed.',
    });
  });

  test('or without one, as if its join had not held', () => {
    const play = new Play(blocking).fail('risky');
    play.feed({ kind: 'skip-step', path: 'risky', output: null, actor: null });
    expect(play.status('next')).toBe('skipped');
    expect(play.finish?.status).toBe('completed');
  });

  test('can be given up, and gives itself up at its deadline', () => {
    const given = new Play(blocking).fail('risky', 'BAD');
    given.feed({ kind: 'give-up-step', path: 'risky', actor: ANNA });
    expect(given.finish?.error?.code).toBe('BAD');
    expect(given.timers).toEqual([]);
    const late = new Play(blocking).fail('risky', 'BAD').fire('risky');
    expect(late.finish?.error?.code).toBe('BAD');
    expect(late.commandsOf('cancel-timer')).toEqual([]);
  });

  test('keeps its deadline over a round trip', () => {
    const play = new Play(blocking).fail('risky').roundTrip();
    const [first, second] = play.commandsOf('start-timer');
    expect(second).toEqual(first);
    expect(second?.path).toBe('risky');
  });

  test('is not retried while it is paused', () => {
    const play = new Play(blocking).fail('risky').pause();
    play.feed({ kind: 'retry-step', path: 'risky', configuration: null, actor: null });
    expect(play.works).toHaveLength(1);
    expect(play.resume().works).toHaveLength(2);
  });

  test('a computed step is computed again, with the variables as they are now', () => {
    const plan = aPlan({
      steps: { divide: (e) => ({ onError: 'block', body: compute(e('10 / variables.by')) }) },
      variables: [{ name: 'by', type: 'number', default: 0 }],
    });
    const play = new Play(plan);
    expect(play.state.status).toBe('blocked');
    play.feed({ kind: 'set-variable', scopePath: '', name: 'by', value: 5, actor: ANNA });
    play.feed({ kind: 'retry-step', path: 'divide', configuration: null, actor: ANNA });
    expect(play.finish?.output).toEqual({ divide: { n: 2 } });
  });

  test('is stopped with its scope', () => {
    const play = new Play(blocking).fail('risky');
    play.feed({ kind: 'cancel' });
    expect(play.finish?.status).toBe('cancelled');
    expect(play.timers).toEqual([]);
  });

  test('once it is decided, a second word is refused', () => {
    const play = new Play(blocking);
    const retry = { kind: 'retry-step', path: 'risky', configuration: null, actor: ANNA } as const;
    expect(refusalOf(play.plan, play.state, retry)?.code).toBe('STEP_NOT_BLOCKED');
    play.fail('risky');
    expect(refusalOf(play.plan, play.state, retry)).toBeNull();
    expect(refusalOf(play.plan, play.state, { ...retry, path: 'nowhere' })?.code).toBe('STEP_NOT_FOUND');
    play.feed(retry);
    expect(refusalOf(play.plan, play.state, retry)?.code).toBe('STEP_NOT_BLOCKED');
  });
});
