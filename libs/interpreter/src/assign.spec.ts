import type { PlanVariable } from '#definition/plan';
import { aPlan } from '../spec/a-plan.js';
import type { StepSketch } from '../spec/a-plan.js';
import { Play } from '../spec/play.js';

const variables: readonly PlanVariable[] = [
  { name: 'total', type: 'number', default: 10 },
  { name: 'label', type: 'string' },
  { name: 'list', type: 'array', scope: 'temporary' },
];

function assigning(assign: Readonly<Record<string, string>>, more: StepSketch = {}) {
  return new Play(
    aPlan({ steps: { a: { assign, ...more }, b: {} }, edges: ['a -> b if variables.total > 10'], variables }),
  );
}

const values = (play: Play) => play.state.scopes['']?.variables;

describe('variables', () => {
  test('start with their defaults, and say so', () => {
    const play = assigning({});
    expect(values(play)).toEqual({ total: 10 });
    expect(play.records.filter((record) => record.kind === 'variable')).toMatchObject([
      { name: 'total', scopePath: '', value: 10 },
    ]);
  });

  test('are set when the step succeeds, before its connections are looked at', () => {
    const play = assigning({ total: 'variables.total + steps.a.n', list: '[1]' }).succeed('a', { n: 5 });
    expect(values(play)).toEqual({ total: 15, list: [1] });
    expect(play.status('b')).toBe('running');
    expect(play.records.filter((record) => record.kind === 'variable')).toHaveLength(3);
  });

  test('are not set when it fails', () => {
    const play = assigning({ total: '1' }, { onError: 'continue' }).fail('a');
    expect(values(play)).toEqual({ total: 10 });
  });

  test('an unknown expression leaves the variable alone and a warning', () => {
    const play = assigning({ total: 'steps.a.n' }).succeed('a');
    expect(values(play)).toEqual({ total: 10 });
    expect(play.step('a')?.warnings).toEqual([
      'Variable "total" was not set because steps.a.n has no value.',
    ]);
  });

  test.each([
    ['total', '"text"', 'takes a value of type number, and ""text"" gives string'],
    ['list', '{"a": 1}', 'gives object'],
    ['label', '[1]', 'gives array'],
  ])('a value of the wrong type fails the step: %s = %s', (name, source, message) => {
    const play = assigning({ [name]: source }).succeed('a');
    expect(play.finish?.error).toMatchObject({
      code: 'EXPRESSION_FAILED',
      message: expect.stringContaining(message),
    });
    expect(values(play)).toEqual({ total: 10 });
  });

  test('null fits every type', () => {
    expect(values(assigning({ label: 'null' }).succeed('a'))).toEqual({ total: 10, label: null });
  });

  test('an expression that cannot be evaluated fails the step', () => {
    const play = assigning({ total: 'steps.a.n + 1' }).succeed('a', { n: 'x' });
    expect(play.finish?.error?.code).toBe('EXPRESSION_FAILED');
  });

  test('without a value it is missing', () => {
    const plan = aPlan({ steps: { a: { conditions: ['variables.label == "x"'] } }, variables });
    expect(new Play(plan).step('a')).toMatchObject({ status: 'skipped', warnings: [expect.any(String)] });
  });
});

describe('transform', () => {
  test('each value is a fact, visible to the next', () => {
    const plan = aPlan({
      steps: {
        sum: (e) => ({
          body: {
            kind: 'transform',
            values: [
              { name: 'one', expression: e('input.n + 1') },
              { name: 'two', expression: e('steps.sum.one * 2') },
            ],
          },
          assign: { total: 'steps.sum.two' },
        }),
      },
      variables,
    });
    const play = new Play(plan, { input: { n: 1 } });
    expect(play.finish?.output).toEqual({ sum: { one: 2, two: 4 } });
    expect(values(play)).toEqual({ total: 4 });
  });

  test('one that cannot be evaluated fails the step', () => {
    const plan = aPlan({
      steps: { a: (e) => ({ body: { kind: 'transform', values: [{ name: 'x', expression: e('1 / 0') }] } }) },
    });
    expect(new Play(plan).finish?.error).toMatchObject({ code: 'EXPRESSION_FAILED', stepId: 'a' });
  });
});

describe('validation by rules', () => {
  function checking(failWhenInvalid: boolean, input: Record<string, never> | { n: number | string }) {
    const plan = aPlan({
      steps: {
        check: (e) => ({
          body: {
            kind: 'validation',
            failWhenInvalid,
            rules: [
              { name: 'positive', expression: e('input.n > 0'), message: 'n must be positive' },
              { name: 'small', expression: e('input.n < 10'), message: 'n must be small' },
            ],
          },
        }),
      },
    });
    return new Play(plan, { input });
  }

  test('all hold', () => {
    expect(checking(true, { n: 5 }).finish?.output).toEqual({
      check: { valid: true, error_count: 0, errors: [] },
    });
  });

  test('those that do not hold are reported', () => {
    const play = checking(false, { n: 50 });
    expect(play.finish?.output).toEqual({
      check: { valid: false, error_count: 1, errors: [{ name: 'small', message: 'n must be small' }] },
    });
    expect(play.decisions.map((decision) => decision.result)).toEqual(['true', 'false']);
  });

  test('an unknown rule does not hold and leaves a warning', () => {
    const play = checking(false, {});
    expect(play.step('check')).toMatchObject({
      output: { facts: { valid: false, error_count: 2 } },
      warnings: [expect.any(String), expect.any(String)],
    });
  });

  test('by setting, the step fails instead', () => {
    expect(checking(true, { n: -1 }).finish?.error).toMatchObject({
      code: 'VALIDATION_FAILED',
      message: '1 of 2 rules failed: n must be positive',
    });
  });

  test('a rule that cannot be evaluated fails the step', () => {
    expect(checking(false, { n: 'x' }).finish?.error?.code).toBe('EXPRESSION_FAILED');
  });
});

test('was_skipped tells how a step ended', () => {
  const plan = aPlan({
    steps: {
      a: {},
      b: { conditions: ['false'] },
      c: { join: { kind: 'any' } },
      d: (e) => ({
        join: { kind: 'any' },
        body: {
          kind: 'transform',
          values: ['a', 'b', 'c'].map((id) => ({ name: id, expression: e(`was_skipped(${id})`) })),
        },
      }),
    },
    edges: ['a -> b', 'a -> c', 'a -> d'],
  });
  expect(new Play(plan).succeed('a').step('d')?.output?.facts).toEqual({ a: false, b: true });
});
