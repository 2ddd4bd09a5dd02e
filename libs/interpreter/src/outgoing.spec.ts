import { aPlan } from '../spec/a-plan.js';
import { Play } from '../spec/play.js';

//            ┌─ n > 3 ─▶ big ───┐
//   count ───┤                  ├─▶ end
//            └─ n > 9 ─▶ huge ──┘
const plan = aPlan({
  steps: { count: {}, big: {}, huge: {}, end: {} },
  edges: [
    'count -> big if steps.count.n > 3',
    'count -> huge if steps.count.n > 9',
    'big -> end',
    'huge -> end',
  ],
});

describe('conditions of connections', () => {
  test('the one that holds is live, the other dies, and death spreads', () => {
    const play = new Play(plan).succeed('count', { n: 5 });
    expect(play.started).toEqual(['count', 'big']);
    expect(play.step('huge')).toMatchObject({
      status: 'skipped',
      attempt: 1,
      reason:
        'Skipped because of the connection from "count": steps.count.n > 9 is false (steps.count.n = 5).',
    });
  });

  test('when all die, everything after them is skipped and the execution completes', () => {
    const play = new Play(plan).succeed('count', { n: 1 });
    expect(play.step('end')?.reason).toBe(
      'Skipped because "big" was skipped, and 1 more of its connections not taken.',
    );
    expect(play.finish).toMatchObject({ status: 'completed', output: {} });
  });

  test('every decision is kept with the values it saw', () => {
    const play = new Play(plan).succeed('count', { n: 5 });
    expect(
      play.decisions.map(({ connectionId, expression, operands, result }) => ({
        connectionId,
        expression,
        operands,
        result,
      })),
    ).toEqual([
      {
        connectionId: 'c1',
        expression: 'steps.count.n > 3',
        operands: { 'steps.count.n': 5 },
        result: 'true',
      },
      {
        connectionId: 'c2',
        expression: 'steps.count.n > 9',
        operands: { 'steps.count.n': 5 },
        result: 'false',
      },
    ]);
  });

  test('unknown counts as false and leaves a warning on the step', () => {
    const play = new Play(plan).succeed('count', {});
    expect(play.status('big')).toBe('skipped');
    expect(play.decisions.map((decision) => decision.result)).toEqual(['unknown', 'unknown']);
    expect(play.step('count')).toMatchObject({
      status: 'completed',
      warnings: [
        '"steps.count.n > 3" is unknown because steps.count.n has no value; unknown counts as false.',
        '"steps.count.n > 9" is unknown because steps.count.n has no value; unknown counts as false.',
      ],
    });
    expect(play.step('big')?.reason).toBe(
      'Skipped because of the connection from "count": steps.count.n > 3 is unknown (steps.count.n has no value).',
    );
  });

  test.each([{ n: 'many' }, { n: [1] }])('one that cannot be evaluated fails the execution: %j', (facts) => {
    const play = new Play(plan).succeed('count', facts);
    expect(play.finish).toMatchObject({
      status: 'failed',
      error: { code: 'EXPRESSION_FAILED', stepId: 'count', message: expect.stringContaining('connection') },
    });
    expect(play.status('count')).toBe('completed');
  });

  test('one that gives neither true nor false fails the execution', () => {
    const odd = aPlan({ steps: { a: {}, b: {} }, edges: ['a -> b if 1 + 1'] });
    expect(new Play(odd).succeed('a').finish?.error?.message).toContain('neither true nor false');
  });

  test('a result of null is unknown', () => {
    const odd = aPlan({ steps: { a: {}, b: {} }, edges: ['a -> b if steps.a.x'] });
    const play = new Play(odd).succeed('a', { x: null });
    expect(play.decisions[0]?.result).toBe('unknown');
    expect(play.finish?.status).toBe('completed');
  });
});

describe('conditions of a step', () => {
  const guarded = aPlan({
    steps: { a: {}, b: { conditions: ['input.go', 'steps.a.n > 1'] }, c: {} },
    edges: ['a -> b', 'b -> c'],
  });

  test('all must hold', () => {
    const play = new Play(guarded, { input: { go: true } }).succeed('a', { n: 2 });
    expect(play.status('b')).toBe('running');
    expect(play.decisions.map(({ path, connectionId }) => ({ path, connectionId }))).toEqual([
      { path: 'b', connectionId: null },
      { path: 'b', connectionId: null },
    ]);
  });

  test('one that does not hold skips the step', () => {
    const play = new Play(guarded, { input: { go: true } }).succeed('a', { n: 1 });
    expect(play.step('b')?.reason).toBe(
      'Skipped because of its condition: steps.a.n > 1 is false (steps.a.n = 1).',
    );
    expect(play.step('c')?.reason).toBe('Skipped because "b" was skipped.');
  });

  test('unknown skips it with a warning', () => {
    const play = new Play(guarded).succeed('a', { n: 2 });
    expect(play.step('b')).toMatchObject({
      status: 'skipped',
      warnings: [expect.stringContaining('input.go')],
    });
  });

  test('one that cannot be evaluated fails the step', () => {
    const play = new Play(guarded, { input: { go: 'yes' } }).succeed('a', { n: 2 });
    expect(play.finish?.error).toMatchObject({ code: 'EXPRESSION_FAILED', stepId: 'b' });
  });

  test('long operands are cut in reasons', () => {
    const plan = aPlan({ steps: { a: { conditions: ['input.text == "x"'] } } });
    const play = new Play(plan, { input: { text: 'y'.repeat(150) } });
    expect(play.step('a')?.reason?.length).toBeLessThan(160);
  });
});
