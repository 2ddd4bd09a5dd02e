import { aPlan } from '../../spec/a-plan.js';
import { Play } from '../../spec/play.js';

//            ┌─ small ─▶ a
//   route ───┼─ big ───▶ b
//            └─ else ──▶ c
function routing(
  mode: 'first' | 'all',
  n: unknown,
  edges = ['route.small -> a', 'route.big -> b', 'route.else -> c'],
) {
  const plan = aPlan({
    steps: {
      route: (e) => ({
        onError: 'continue',
        body: {
          kind: 'condition',
          mode,
          cases: [
            { port: 'small', when: e('input.n < 10') },
            { port: 'big', when: e('input.n > 5') },
          ],
        },
      }),
      a: {},
      b: {},
      c: {},
    },
    edges,
  });
  return new Play(plan, { input: n === undefined ? {} : { n: n as number } });
}

describe('condition', () => {
  test('takes the first case that holds', () => {
    const play = routing('first', 7);
    expect(play.started).toEqual(['a']);
    expect(play.step('route')).toMatchObject({ status: 'completed', output: { facts: { chosen: 'small' } } });
    expect(play.step('b')?.reason).toBe('Skipped because "route" chose "small", not "big".');
    expect(play.decisions).toHaveLength(1);
  });

  test('in the mode "all" takes every case that holds', () => {
    const play = routing('all', 7);
    expect(play.started).toEqual(['a', 'b']);
    expect(play.step('c')?.reason).toBe('Skipped because "route" chose "small" and "big", not "else".');
  });

  test('tells a skipped branch why its case did not hold', () => {
    expect(routing('first', 12).step('a')?.reason).toBe(
      'Skipped because "route" chose "big", not "small": input.n < 10 is false (input.n = 12).',
    );
  });

  test('takes "else" when none holds; unknown counts as false', () => {
    const play = routing('first', undefined);
    expect(play.started).toEqual(['c']);
    expect(play.step('route')?.warnings).toHaveLength(2);
    expect(play.decisions.map((decision) => decision.result)).toEqual(['unknown', 'unknown']);
  });

  test('one that cannot be decided has failed; with "continue" it goes on along "else"', () => {
    const play = routing('first', 'seven');
    expect(play.step('route')).toMatchObject({ status: 'failed', error: { code: 'EXPRESSION_FAILED' } });
    expect(play.started).toEqual(['c']);
    expect(play.step('a')?.reason).toBe('Skipped because "route" failed with EXPRESSION_FAILED.');
  });

  test('two cases may share a port', () => {
    const plan = aPlan({
      steps: {
        route: (e) => ({
          body: {
            kind: 'condition',
            mode: 'all',
            cases: [
              { port: 'yes', when: e('input.n > 1') },
              { port: 'yes', when: e('input.n > 2') },
            ],
          },
        }),
        a: {},
      },
      edges: ['route.yes -> a'],
    });
    expect(new Play(plan, { input: { n: 3 } }).started).toEqual(['a']);
  });
});

test('parallel fires every output port', () => {
  //   fork ─ left ──▶ a
  //        └ right ─▶ b
  const plan = aPlan({
    steps: { fork: { body: { kind: 'parallel' } }, a: {}, b: {} },
    edges: ['fork.left -> a', 'fork.right -> b'],
  });
  expect(new Play(plan).started).toEqual(['a', 'b']);
});
