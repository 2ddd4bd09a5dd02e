import { compilePlan, readDefinition } from '../index.js';
import type { Plan } from '../plan/plan.js';
import { evaluateExpression, renderTemplate } from '../plan/index.js';
import { durationMs } from '../plan/durations.js';
import { startCpu } from '../../test/cpu-time.js';

function plan(draft: object): Plan {
  const { definition, problems } = readDefinition({ schemaVersion: 1, ...draft });
  const compiled = definition && compilePlan(definition);
  if (!compiled?.plan) throw new Error(JSON.stringify([problems, compiled?.problems]));
  return compiled.plan;
}

function step(fields: object, more: object = {}): Plan['steps'][number] {
  const [first] = plan({ inputs: { question: 'string' }, steps: [{ id: 'a', ...fields }], ...more }).steps;
  if (first === undefined) throw new Error('no step');
  return first;
}

describe('compilePlan', () => {
  it('gives problems and no plan for a definition with errors', () => {
    const { definition } = readDefinition({ schemaVersion: 1, steps: [{ id: 'a', type: 'nope' }] });
    expect(definition && compilePlan(definition)).toMatchObject({
      plan: null,
      problems: [{ code: 'STEP_TYPE_UNKNOWN' }],
    });
  });

  it('orders inputs and variables by name: stores do not keep the order of keys', () => {
    const { inputs, variables, name } = plan({
      name: 'N',
      inputs: { z: 'string', a: 'number' },
      variables: { y: 'array', b: 'object' },
      steps: [],
    });
    expect(inputs.map((input) => input.name)).toEqual(['a', 'z']);
    expect(variables.map((variable) => variable.name)).toEqual(['b', 'y']);
    expect(name).toBe('N');
  });

  // a -> b -> d
  //  \-> c -/      (a.error -> c)
  it('wires steps by index', () => {
    const compiled = plan({
      steps: ['a', 'b', 'c', 'd'].map((id) => ({
        id,
        type: 'transform',
        ...(id === 'a' ? { onError: 'route' } : {}),
        ...(id === 'd' ? { join: { atLeast: 2 } } : {}),
      })),
      connections: [
        { sourceStep: 'a', targetStep: 'b', condition: 'NOT was_skipped(a)' },
        { sourceStep: 'a', sourceOutput: 'error', targetStep: 'c' },
        { sourceStep: 'b', targetStep: 'd' },
        { sourceStep: 'c', targetStep: 'd' },
      ],
    });
    expect(compiled.steps[0]?.outputs).toEqual([
      { name: 'out', edges: [0] },
      { name: 'error', edges: [1] },
    ]);
    expect(compiled.steps[3]).toMatchObject({ incoming: [2, 3], join: { kind: 'atLeast', count: 2 } });
    expect(compiled.edges[1]).toMatchObject({
      source: 0,
      port: 'error',
      target: 2,
      targetPort: 'in',
      condition: null,
    });
    expect(compiled.edges[0]?.condition).toMatchObject({
      cel: '!( was_skipped("a"))',
      reads: [{ kind: 'skipped', step: 0 }],
    });
    expect(compiled.scopes).toEqual([
      { owner: null, region: 'root', steps: [0, 1, 2, 3], edges: [0, 1, 2, 3] },
    ]);
  });

  it('is plain JSON', () => {
    const compiled = plan({ steps: [{ id: 'a', type: 'transform', configuration: { values: { x: '1' } } }] });
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
  });

  it('spells out the defaults of settings and policies', () => {
    expect(step({ type: 'chunking' })).toMatchObject({
      name: 'a',
      class: 'work',
      body: {
        configuration: { value: { strategy: 'headings', size: 300, overlap: 40, minimum: 0 }, slots: [] },
      },
      retry: {
        maximumAttempts: 3,
        initialIntervalMs: 1000,
        backoffCoefficient: 2,
        maximumIntervalMs: 60_000,
        nonRetryable: [],
      },
      timeoutMs: 600_000,
      onError: 'fail',
      defaultOutput: null,
      gives: ['chunks'],
    });
  });

  it('takes policies that are given', () => {
    const given = {
      name: 'Cut',
      timeout: '90s',
      onError: 'continue',
      defaultOutput: { chunk_count: 0 },
      retry: { maximumAttempts: 1, initialInterval: '2m', nonRetryable: ['X'] },
    };
    expect(step({ type: 'chunking', ...given })).toMatchObject({
      name: 'Cut',
      timeoutMs: 90_000,
      onError: 'continue',
      defaultOutput: { chunk_count: 0 },
      retry: {
        maximumAttempts: 1,
        initialIntervalMs: 120_000,
        maximumIntervalMs: 120_000,
        nonRetryable: ['X'],
      },
    });
    expect(step({ type: 'chunking', retry: { maximumInterval: '5s' } }).retry.maximumIntervalMs).toBe(5000);
  });

  it('fills the question of a search from the input, and leaves one that is set', () => {
    const filled = step({ type: 'search' }).body;
    expect(filled.kind === 'work' && renderTemplate(filled.configuration, () => 'why?').value['query']).toBe(
      'why?',
    );
    const set = step({ type: 'synthesis', configuration: { question: 'What?' } }).body;
    expect(set.kind === 'work' && set.configuration).toMatchObject({
      value: { question: 'What?' },
      slots: [],
    });
    const odd = step({ type: 'search' }, { inputs: { 'my-text': 'string' } }).body;
    expect(odd.kind === 'work' && odd.configuration.slots).toMatchObject([
      { path: ['query'], parts: [{ cel: 'input["my-text"]' }] },
    ]);
    const none = step({ type: 'search' }, { inputs: {} }).body;
    expect(none.kind === 'work' && none.configuration.slots).toEqual([]);
  });

  it('compiles templates at their places, and keeps the type of a whole one', () => {
    const { body } = step({
      type: 'search',
      configuration: { query: 'a {{ question }} b', limit: ' {{ size(question) }} ' },
    });
    if (body.kind !== 'work') throw new Error('not work');
    expect(renderTemplate(body.configuration, () => 'xyz').value).toMatchObject({
      query: 'a xyz b',
      limit: 3,
    });
  });

  it('orders the values of a transform by need, whatever the order of keys', () => {
    const values = { total: 'net + tax', tax: 'net * 0.2', net: '100', also: '1' };
    const { body } = step({ type: 'transform', configuration: { values } });
    expect(body.kind === 'transform' && body.values.map(({ name }) => name)).toEqual([
      'also',
      'net',
      'tax',
      'total',
    ]);
    expect(body.kind === 'transform' && body.values[2]?.expression.reads).toEqual([
      { kind: 'fact', key: 'steps.a.net', step: 0, fact: 'net' },
    ]);
  });

  it('compiles a condition', () => {
    const { body, outputs } = step({
      type: 'condition',
      configuration: { mode: 'all', cases: [{ port: 'x', when: 'question = "q"' }] },
    });
    expect(body).toMatchObject({
      kind: 'condition',
      mode: 'all',
      cases: [{ port: 'x', when: { cel: 'input.question == "q"' } }],
    });
    expect(outputs.map(({ name }) => name)).toEqual(['x', 'else', 'error']);
  });

  it('compiles a merge', () => {
    expect(step({ type: 'merge' }).body).toEqual({ kind: 'merge', mode: 'named', expression: null });
    const { body } = step({
      type: 'merge',
      configuration: { mode: 'expression', expression: 'size(values)' },
    });
    const expression = body.kind === 'merge' ? body.expression : null;
    expect(
      expression && evaluateExpression(expression, ({ kind }) => (kind === 'values' ? [1, 2] : undefined)),
    ).toMatchObject({ value: 2 });
  });

  it('compiles a parallel with its ports', () => {
    const { body, outputs } = step({ type: 'parallel', outputs: ['x', 'y'] });
    expect({ body, outputs }).toEqual({
      body: { kind: 'parallel' },
      outputs: [
        { name: 'x', edges: [] },
        { name: 'y', edges: [] },
      ],
    });
  });

  it('compiles rules alone for the interpreter, and rules beside a schema for the worker', () => {
    const rules = [{ name: 'r', expression: 'question <> ""', message: 'm' }];
    const pure = step({ type: 'validation', configuration: { rules, failWhenInvalid: true } });
    expect(pure).toMatchObject({
      class: 'pure',
      body: { kind: 'validation', failWhenInvalid: true, rules: [{ name: 'r', message: 'm' }] },
    });
    const work = step({
      type: 'validation',
      configuration: { rules, schema: { type: 'string' }, value: '{{ question }}' },
    });
    if (work.body.kind !== 'work') throw new Error('not work');
    expect(renderTemplate(work.body.configuration, () => 'q').value).toEqual({
      rules: [{ name: 'r', message: 'm', holds: true }],
      schema: { type: 'string' },
      value: 'q',
      failWhenInvalid: false,
    });
    const unknown = renderTemplate(work.body.configuration, () => undefined);
    expect(unknown.value['rules']).toEqual([{ name: 'r', message: 'm' }]);
    expect(unknown.warnings).toEqual([
      'value: input.question has no value',
      'rules.0.holds: input.question has no value',
    ]);
  });

  it('compiles assignments with the index of their variable', () => {
    const { assign } = step(
      { type: 'transform', configuration: { values: { x: '1' } }, assign: { v: 'x', b: '2' } },
      { variables: { b: 'number', v: 'number', z: 'number' } },
    );
    expect(assign.map(({ variable }) => variable)).toEqual([0, 1]);
  });

  it('names steps whose ids are no identifiers in brackets', () => {
    const compiled = plan({
      steps: [
        { id: 'a-1', type: 'transform', configuration: { values: { x: '1' } } },
        { id: 'b', type: 'transform', conditions: ['x > 0', 'steps.a-1.x > 0'] },
      ],
      connections: [{ sourceStep: 'a-1', targetStep: 'b' }],
    });
    expect(compiled.steps[1]?.conditions.map(({ cel }) => cel)).toEqual([
      'steps["a-1"].x > 0',
      'steps["a-1"].x > 0',
    ]);
  });

  it('takes about as much longer as the definition is bigger', () => {
    const sized = (size: number) => ({
      steps: Array.from({ length: size }, (_, index) => ({
        id: `s${index}`,
        type: index % 2 === 0 ? 'transform' : 'search',
        configuration: index % 2 === 0 ? {} : { query: 'x' },
        ...(index % 5 === 1 ? { conditions: ['NOT was_skipped(s0)'] } : {}),
      })),
      connections: Array.from({ length: 2 * size }, (_, index) => ({
        id: `c${index}`,
        sourceStep: `s${index % (size - 1)}`,
        targetStep: `s${Math.min(size - 1, (index % (size - 1)) + 1 + Math.floor(index / (size - 1)))}`,
      })),
    });
    const quickest = (size: number): number => {
      const times = Array.from({ length: 3 }, () => {
        const cpu = startCpu();
        expect(plan(sized(size)).edges).toHaveLength(2 * size);
        return cpu();
      });
      return Math.min(...times);
    };
    expect(quickest(2000) / quickest(500)).toBeLessThan(12);
  });
});

describe('durationMs', () => {
  it.each([
    ['500ms', 500],
    ['1.5s', 1500],
    ['5m', 300_000],
    ['2h', 7_200_000],
    ['7d', 604_800_000],
    ['31d', null],
    ['5', null],
    ['5 s', null],
    ['-5s', null],
    ['', null],
  ])('%s is %s', (text, expected) => {
    expect(durationMs(text)).toBe(expected);
  });
});
