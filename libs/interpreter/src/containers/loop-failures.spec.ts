import type { PlanItemErrors } from '#definition/plan';
import { aPlan } from '../../spec/a-plan.js';
import { compute, loop } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';

const list = (length: number) => ({ input: { list: Array.from({ length }, (_, n) => n) } });

describe('rounds that fail', () => {
  const failing = (itemErrors: PlanItemErrors, concurrency = 3, length = 4) =>
    new Play(
      aPlan({
        steps: {
          each: (e) => ({
            body: loop(e, { over: 'input.list', concurrency, itemErrors, result: 'steps.item.n' }),
          }),
          item: { in: 'each' },
        },
        inputs: [{ name: 'list', type: 'array' }],
      }),
      list(length),
    );

  test('failFast stops the others, waits for them, and fails with the error of the round', () => {
    const play = failing({ kind: 'failFast' }).fail('each[1]/item', 'BAD');
    expect(play.cancelled).toEqual(['each[0]/item', 'each[2]/item']);
    expect(play.finish).toBeNull();
    play.stop('each[0]/item').stop('each[2]/item');
    expect(play.finish?.error).toMatchObject({ code: 'BAD', path: 'each[1]/item' });
    expect(play.step('each[0]')?.status).toBe('cancelled');
    expect(play.started).toHaveLength(3);
  });

  test('collect goes on, then fails', () => {
    const play = failing({ kind: 'collect' }, 1)
      .fail('each[0]/item', 'BAD')
      .succeed('each[1]/item', { n: 1 });
    play.succeed('each[2]/item', { n: 2 }).succeed('each[3]/item', { n: 3 });
    expect(play.finish?.error).toMatchObject({
      code: 'ITEMS_FAILED',
      message: '1 of 4 rounds failed; the first with BAD: No.',
      stepId: 'each',
    });
  });

  test('ignore goes on, with null for a result', () => {
    const play = failing({ kind: 'ignore' }, 1, 2)
      .fail('each[0]/item', 'BAD')
      .succeed('each[1]/item', { n: 1 });
    expect(play.step('each')?.output?.facts).toMatchObject({ failed_count: 1, results: [null, 1] });
    expect(play.finish?.status).toBe('completed');
  });

  test('tolerate goes on up to a count', () => {
    const policy = { kind: 'tolerate', count: 1, share: null } as const;
    const play = failing(policy, 1).fail('each[0]/item').fail('each[1]/item');
    expect(play.finish?.error?.code).toBe('ITEMS_FAILED');
    expect(play.started).toHaveLength(2);
  });

  test('or up to a share of all', () => {
    const policy = { kind: 'tolerate', count: null, share: 0.5 } as const;
    const play = failing(policy, 1).fail('each[0]/item').fail('each[1]/item');
    play.succeed('each[2]/item').succeed('each[3]/item');
    expect(play.finish?.status).toBe('completed');
    expect(failing(policy, 1, 3).fail('each[0]/item').fail('each[1]/item').finish?.error?.code).toBe(
      'ITEMS_FAILED',
    );
  });

  test('the error port of a loop is open when something is connected to it', () => {
    const plan = aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { over: '[1]' }) }),
        item: { in: 'each' },
        rescue: (e) => ({ body: compute(e('error.code + " in " + error.step')) }),
      },
      edges: ['each.error -> rescue'],
    });
    const play = new Play(plan).fail('each[0]/item', 'BAD');
    expect(play.finish).toMatchObject({ status: 'completed', output: { rescue: { n: 'BAD in item' } } });
  });
});

describe('leaving a round', () => {
  const leaving = (port: 'break' | 'continue') =>
    aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { over: '[1, 2, 3, 4]', result: 'steps.use.n' }) }),
        ask: (e) => ({
          in: 'each',
          body: { kind: 'condition', mode: 'first', cases: [{ port, when: e('loop.item == 2') }] },
        }),
        use: (e) => ({ in: 'each', body: compute(e('loop.item')) }),
      },
      edges: ['ask.else -> use'],
    });

  test('continue ends the round and goes on with the next', () => {
    const play = new Play(leaving('continue'));
    expect(play.step('each')?.output?.facts).toMatchObject({ iteration_count: 4, results: [1, null, 3, 4] });
    expect(play.step('each[1]/use')).toMatchObject({ status: 'skipped' });
  });

  test('break ends the loop', () => {
    const play = new Play(leaving('break'));
    expect(play.step('each')?.output?.facts).toMatchObject({ iteration_count: 2, results: [1, null] });
    expect(play.finish?.status).toBe('completed');
  });

  test('break stops the other rounds', () => {
    const plan = aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { over: '[1, 2]', concurrency: 2 }) }),
        work: { in: 'each' },
        ask: (e) => ({
          in: 'each',
          body: { kind: 'condition', mode: 'first', cases: [{ port: 'break', when: e('true') }] },
        }),
      },
      edges: ['work -> ask'],
    });
    const play = new Play(plan).succeed('each[1]/work');
    expect(play.cancelled).toEqual(['each[0]/work']);
    expect(play.stop('each[0]/work').finish?.status).toBe('completed');
  });
});

test('a round that failed has failed, also when the execution is cancelled before all of it has stopped', () => {
  const plan = aPlan({
    steps: {
      each: (e) => ({ body: loop(e, { over: '[1]' }) }),
      bad: { in: 'each' },
      slow: { in: 'each' },
    },
  });
  const play = new Play(plan).fail('each[0]/bad');
  play.feed({ kind: 'cancel' });
  play.stop('each[0]/slow');
  expect(play.step('each[0]')?.status).toBe('failed');
  expect(play.finish?.status).toBe('cancelled');
});
