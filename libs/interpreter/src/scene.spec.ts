import { aPlan } from '../spec/a-plan.js';
import { loop } from '../spec/containers.js';
import { Play } from '../spec/play.js';
import { endStep } from './end-step.js';
import { endedStep, readIn } from './scene.js';
import { draftOf, openTick } from './tick.js';

/** outer ( inner ( deep ) ), with the work of the first inner round out. */
function nested() {
  const plan = aPlan({
    steps: {
      a: {},
      outer: (e) => ({ body: loop(e, { over: '[1]' }) }),
      inner: (e) => ({ in: 'outer', body: loop(e, { over: '[1]' }) }),
      deep: { in: 'inner' },
    },
    edges: ['a -> outer'],
    variables: [{ name: 'x', type: 'number', default: 1 }],
  });
  const { state } = new Play(plan).succeed('a', { n: 7 });
  return { plan, tick: openTick(plan, state, 0) };
}

describe('names inside a scope instance', () => {
  const { plan, tick } = nested();
  const scope = draftOf(tick, 'outer[0]/inner[0]');
  const [, , , deep] = plan.steps;
  if (deep === undefined) throw new Error('The plan has four steps.');
  const read = readIn({ tick, scope, step: deep, facts: null, values: null, error: null });

  test('reach the facts and variables around it', () => {
    expect(read({ kind: 'fact', key: 'steps.a.n', step: 0, fact: 'n' })).toBe(7);
    expect(read({ kind: 'variable', key: 'variables.x', variable: 0 })).toBe(1);
  });

  test('what has not ended, or gives no such fact, has no value', () => {
    expect(read({ kind: 'fact', key: 'steps.outer.n', step: 1, fact: 'n' })).toBeUndefined();
    expect(read({ kind: 'fact', key: 'steps.a.m', step: 0, fact: 'm' })).toBeUndefined();
    expect(read({ kind: 'skipped', key: 'was_skipped(outer)', step: 1 })).toBeUndefined();
    expect(read({ kind: 'values', key: 'values' })).toBeUndefined();
  });

  test('a step in a scope that is not around it is not seen', () => {
    expect(endedStep(tick, draftOf(tick, ''), 3)).toBeNull();
  });

  test('there is no scope instance by any other name', () => {
    expect(() => draftOf(tick, 'toString')).toThrow('no scope instance');
  });

  test('a step ends once', () => {
    const end = { status: 'completed', output: null, error: null, hands: [], cause: null } as const;
    const [a] = plan.steps;
    if (a === undefined) throw new Error('The plan has four steps.');
    expect(() => endStep(tick, draftOf(tick, ''), a, end)).toThrow('ended twice');
  });
});
