import type { Plan } from '#definition/plan';
import { aPlan } from '../spec/a-plan.js';
import { Play } from '../spec/play.js';
import { endStep } from './end-step.js';
import { endedStep, readIn } from './scene.js';
import type { ExecutionState } from './state.js';
import { draftOf, openTick } from './tick.js';

/** A plan whose last step stands in a scope of its own, and a state with an instance of that scope inside an instance. */
function nested() {
  const flat = aPlan({ steps: { a: {}, outer: {}, inner: {} }, variables: [{ name: 'x', type: 'number' }] });
  const plan: Plan = {
    ...flat,
    steps: flat.steps.map((step) => (step.id === 'inner' ? { ...step, scope: 1 } : step)),
    scopes: [
      { owner: null, region: 'root', steps: [0, 1], edges: [] },
      { owner: 1, region: 'body', steps: [2], edges: [] },
    ],
  };
  const { state } = new Play(plan).succeed('a', { n: 7 });
  const root = state.scopes[''];
  if (root === undefined) throw new Error('There is always a root scope.');
  const body = { ...root, scope: 1, steps: [null], open: 1 };
  const inside: ExecutionState = {
    ...state,
    scopes: {
      '': { ...root, variables: { x: 1 } },
      'outer[0]': body,
      'outer[0]/outer[1]': { ...body, variables: {} },
    },
  };
  return { plan, tick: openTick(plan, inside, 0) };
}

describe('names inside a scope instance', () => {
  const { plan, tick } = nested();
  const scope = draftOf(tick, 'outer[0]/outer[1]');
  const [, , inner] = plan.steps;
  if (inner === undefined) throw new Error('The plan has three steps.');
  const read = readIn({ tick, scope, step: inner, facts: null, values: null, error: null });

  test('reach the facts and variables around it', () => {
    expect(read({ kind: 'fact', key: 'steps.a.n', step: 0, fact: 'n' })).toBe(7);
    expect(read({ kind: 'variable', key: 'variables.x', variable: 0 })).toBe(1);
  });

  test('what has not ended, or gives no such fact, has no value', () => {
    expect(read({ kind: 'fact', key: 'steps.outer.n', step: 1, fact: 'n' })).toBeUndefined();
    expect(read({ kind: 'fact', key: 'steps.a.m', step: 0, fact: 'm' })).toBeUndefined();
    expect(read({ kind: 'skipped', key: 'was_skipped(outer)', step: 1 })).toBeUndefined();
    expect(read({ kind: 'loop', key: 'loop.item', field: 'item' })).toBeUndefined();
    expect(read({ kind: 'values', key: 'values' })).toBeUndefined();
  });

  test('a step in a scope that is not around it is not seen', () => {
    expect(endedStep(tick, draftOf(tick, ''), 2)).toBeNull();
  });

  test('there is no scope instance by any other name', () => {
    expect(() => draftOf(tick, 'toString')).toThrow('no scope instance');
  });

  test('a step ends once', () => {
    const end = { status: 'completed', output: null, error: null, hands: [], cause: null } as const;
    const [a] = plan.steps;
    if (a === undefined) throw new Error('The plan has three steps.');
    expect(() => endStep(tick, draftOf(tick, ''), a, end)).toThrow('ended twice');
  });
});
