import type { PlanBody } from '#definition/plan';
import { aPlan } from '../../spec/a-plan.js';
import { Play } from '../../spec/play.js';
import { deepMerge } from './deep-merge.js';

type Mode = Extract<PlanBody, { kind: 'merge' }>['mode'];

//   a ──────┐
//   b ──────┼─▶ merge
//   c ─err──┘
function merging(mode: Mode, expression: string | null = null) {
  const plan = aPlan({
    steps: {
      a: {},
      b: {},
      c: { onError: 'route' },
      merge: (e) => ({
        body: { kind: 'merge', mode, expression: expression === null ? null : e(expression) },
      }),
    },
    edges: ['b -> merge', 'a -> merge if steps.a.n > 0', 'c.error -> merge'],
  });
  return new Play(plan);
}

const facts = (play: Play) => play.step('merge')?.output?.facts;

describe('merge', () => {
  test('named: by source step, in the order of the connections, whoever arrives first', () => {
    const play = merging('named').succeed('a', { n: 1 }).fail('c').succeed('b', { m: 2 });
    expect(JSON.stringify(facts(play)?.['value'])).toBe(
      '{"b":{"m":2},"a":{"n":1},"c":{"code":"PROVIDER_REFUSED","message":"No.","step":"c"}}',
    );
  });

  test('each slot says how its branch ended', () => {
    const play = merging('named').succeed('a', { n: 0 }).fail('c').succeed('b', {});
    expect(facts(play)?.['slots']).toEqual([
      { step: 'b', status: 'live' },
      { step: 'a', status: 'skipped' },
      { step: 'c', status: 'failed' },
    ]);
  });

  test('first: of the connections in the definition, not of arrival', () => {
    const play = merging('first').succeed('a', { n: 1 }).succeed('c').succeed('b', { m: 2 });
    expect(facts(play)?.['value']).toEqual({ m: 2 });
  });

  test('concat: lists join, anything else is one item', () => {
    const play = merging('concat')
      .succeed('a', { n: 1 })
      .succeed('b', { value: [1, 2] })
      .succeed('c');
    expect(facts(play)?.['value']).toEqual([1, 2, { n: 1 }]);
  });

  test('deepMerge: objects key by key, the later wins', () => {
    const play = merging('deepMerge').succeed('c');
    play
      .succeed('a', { n: 1, deep: { x: 1 }, list: [1] })
      .succeed('b', { deep: { y: 2, x: 0 }, list: [2, 3] });
    expect(facts(play)?.['value']).toEqual({ n: 1, deep: { x: 1, y: 2 }, list: [1] });
  });

  test('expression: over the values that came, in order', () => {
    const play = merging('expression', 'values[0].m + values[1].n').succeed('c');
    play.succeed('a', { n: 1 }).succeed('b', { m: 2 });
    expect(facts(play)?.['value']).toBe(3);
  });

  test('expression: what is missing leaves a warning and no value', () => {
    const play = merging('expression', 'values[0].nothing').succeed('c').succeed('a', { n: 1 }).succeed('b');
    expect(facts(play)).not.toHaveProperty('value');
    expect(play.step('merge')?.warnings).toHaveLength(1);
  });

  test('expression: one that cannot be evaluated fails the step', () => {
    const play = merging('expression', 'values[0] > 1').succeed('c').succeed('a', { n: 1 }).succeed('b');
    expect(play.finish?.error?.code).toBe('EXPRESSION_FAILED');
  });

  test('expression: without one there is no value', () => {
    const play = merging('expression').succeed('c').succeed('a', { n: 1 }).succeed('b');
    expect(facts(play)).not.toHaveProperty('value');
  });

  test('with an early join it takes what is there', () => {
    const plan = aPlan({
      steps: {
        a: {},
        b: {},
        merge: { join: { kind: 'any' }, body: { kind: 'merge', mode: 'named', expression: null } },
      },
      edges: ['a -> merge', 'b -> merge'],
    });
    const play = new Play(plan).succeed('b', { n: 1 });
    expect(facts(play)).toEqual({
      value: { b: { n: 1 } },
      slots: [
        { step: 'a', status: 'pending' },
        { step: 'b', status: 'live' },
      ],
    });
  });

  test('two connections from one step count once', () => {
    const plan = aPlan({
      steps: { a: {}, merge: { body: { kind: 'merge', mode: 'named', expression: null } } },
      edges: ['a.left -> merge', 'a.right -> merge'],
    });
    expect(facts(new Play(plan).succeed('a', { n: 1 }))?.['value']).toEqual({ a: { n: 1 } });
  });

  test('what a continued failure gives instead comes through, and its slot says failed', () => {
    const plan = aPlan({
      steps: {
        a: { onError: 'continue', defaultOutput: { n: 0 } },
        merge: { body: { kind: 'merge', mode: 'named', expression: null } },
      },
      edges: ['a -> merge'],
    });
    expect(facts(new Play(plan).fail('a'))).toEqual({
      value: { a: { n: 0 } },
      slots: [{ step: 'a', status: 'failed' }],
    });
  });

  test('a branch that a routed failure closed says failed as well', () => {
    const plan = aPlan({
      steps: {
        a: { onError: 'route' },
        b: {},
        other: {},
        merge: { body: { kind: 'merge', mode: 'named', expression: null } },
      },
      edges: ['a -> merge', 'a.error -> other', 'b -> merge'],
    });
    expect(facts(new Play(plan).fail('a').succeed('b'))?.['slots']).toEqual([
      { step: 'a', status: 'failed' },
      { step: 'b', status: 'live' },
    ]);
  });

  test('keys that would change a prototype are data', () => {
    const evil = JSON.parse('{"__proto__": {"polluted": true}}');
    const merged = deepMerge({ a: 1 }, evil);
    expect(JSON.stringify(merged)).toBe('{"a":1,"__proto__":{"polluted":true}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('beyond the depth limit the later value replaces the earlier', () => {
    const nested = (depth: number, leaf: object): object =>
      depth === 0 ? leaf : { k: nested(depth - 1, leaf) };
    const merged = deepMerge(nested(80, { a: 1 }) as never, nested(80, { b: 2 }) as never);
    expect(JSON.stringify(merged)).toContain('"b":2');
    expect(JSON.stringify(merged)).not.toContain('"a":1');
  });
});
