import { aPlan } from '../../spec/a-plan.js';
import { executionView } from '../execution-view.js';
import type { Outcomes } from './outcomes.js';
import { simulate } from './simulate.js';

//   ingest ─▶ check ─ enough ─▶ answer
//                └─── else ───▶ sorry
const plan = aPlan({
  steps: {
    ingest: { retry: { nonRetryable: ['DOCUMENT_BROKEN'] }, assign: { found: 'steps.ingest.count' } },
    check: (e) => ({
      body: {
        kind: 'condition',
        mode: 'first',
        cases: [{ port: 'enough', when: e('steps.ingest.count > 3') }],
      },
    }),
    answer: { onError: 'route' },
    sorry: { body: { kind: 'merge', mode: 'named', expression: null } },
  },
  edges: ['ingest -> check', 'check.enough -> answer', 'check.else -> sorry'],
  variables: [{ name: 'found', type: 'number' }],
});
const input = { at: 0, executionId: 'simulation', input: {}, documents: null };
const ZERO = { count: 0 };

const run = (outcomes: Outcomes) =>
  simulate(plan, input, outcomes, (step) => (step.body.kind === 'work' ? ZERO : {}));
const steps = (outcomes: Outcomes) =>
  run(outcomes).steps.map(({ path, status, attempt }) => `${path} ${status} ${attempt}`);

describe('simulate', () => {
  test('what is not named succeeds with zero values', () => {
    const result = run({});
    expect(result.status).toBe('completed');
    expect(result.variables).toEqual({ found: 0 });
    expect(result.steps).toEqual([
      { path: 'ingest', stepId: 'ingest', status: 'completed', attempt: 1, reason: null },
      { path: 'check', stepId: 'check', status: 'completed', attempt: 1, reason: null },
      {
        path: 'answer',
        stepId: 'answer',
        status: 'skipped',
        attempt: 1,
        reason:
          'Skipped because "check" chose "else", not "enough": steps.ingest.count > 3 is false (steps.ingest.count = 0).',
      },
      { path: 'sorry', stepId: 'sorry', status: 'completed', attempt: 1, reason: null },
    ]);
  });

  test('facts that are named are given, the rest of them are zero', () => {
    const result = run({ ingest: { facts: { count: 5 } }, answer: { facts: { answer: 'yes' } } });
    expect(result.output).toEqual({ answer: { count: 0, answer: 'yes' } });
  });

  test('a list has one outcome for each attempt', () => {
    expect(steps({ ingest: [{ error: { code: 'X' } }, { facts: { count: 5 } }] })).toEqual([
      'ingest failed 1',
      'ingest completed 2',
      'check completed 1',
      'sorry skipped 1',
      'answer completed 1',
    ]);
  });

  test('attempts beyond the list succeed with zero values', () => {
    expect(steps({ ingest: [{ error: { code: 'X' } }] }).slice(0, 2)).toEqual([
      'ingest failed 1',
      'ingest completed 2',
    ]);
  });

  test('one outcome holds for all attempts; after the last the step has failed', () => {
    const result = run({ ingest: { error: { code: 'X', message: 'Down.' } } });
    expect(result.status).toBe('failed');
    expect(result.error).toMatchObject({ code: 'X', attempt: 3, stepId: 'ingest' });
    expect(result.steps.slice(0, 3).map(({ reason }) => reason)).toEqual([
      'X: Down. It failed and is tried again.',
      'X: Down. It failed and is tried again.',
      'X: Down.',
    ]);
    expect(result.steps.slice(3).map(({ status }) => status)).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
  });

  test.each<[string, Outcomes]>([
    ['by the outcome', { ingest: { error: { code: 'X', retryable: false } } }],
    ['by the policy', { ingest: { error: { code: 'DOCUMENT_BROKEN', retryable: true } } }],
  ])('an error that is not to be retried is not: %s', (_, outcomes) => {
    expect(steps(outcomes)[0]).toBe('ingest failed 1');
    expect(steps(outcomes)[1]).toBe('check cancelled 1');
  });

  test('steps inside the interpreter can be scripted too', () => {
    expect(steps({ check: { facts: { chosen: 'enough' } } })).toContain('answer completed 1');
    expect(steps({ check: { facts: { chosen: 'else' } }, ingest: { facts: { count: 9 } } })).toContain(
      'sorry completed 1',
    );
    expect(steps({ check: { facts: {} } })).toContain('sorry completed 1');
    expect(run({ sorry: { facts: { value: 1 } } }).output).toEqual({ sorry: { count: 0, value: 1 } });
  });

  test('a condition can be told to fail, once: it is not tried again', () => {
    expect(steps({ check: { error: { code: 'X' } } })).toEqual([
      'ingest completed 1',
      'check failed 1',
      'answer cancelled 1',
      'sorry cancelled 1',
    ]);
    expect(run({ check: { error: { code: 'X', message: 'No.' } } }).error).toMatchObject({
      code: 'X',
      message: 'No.',
      stepId: 'check',
    });
  });

  test('a condition that fails and goes on takes the way of "else"', () => {
    const going = {
      ...plan,
      steps: plan.steps.map((step) =>
        step.id === 'check' ? { ...step, onError: 'continue' as const } : step,
      ),
    };
    const { steps: went } = simulate(going, input, { check: { error: { code: 'X' } } }, () => ({}));

    expect(went.map(({ path, status }) => `${path} ${status}`)).toEqual([
      'ingest completed',
      'check failed',
      'answer skipped',
      'sorry completed',
    ]);
  });

  test('a port that the condition does not have is reported', () => {
    expect(run({ check: { facts: { chosen: 'nope' } } }).unknown).toEqual(['check.nope']);
    expect(run({ check: { facts: { chosen: 'error' } } }).unknown).toEqual(['check.error']);
  });

  test('an instance path goes before a step id', () => {
    const result = run({ 'outer[1]/nothing': { facts: {} }, ingest: { facts: { count: 9 } } });
    expect(result.unknown).toEqual(['outer[1]/nothing']);
    expect(result.variables).toEqual({ found: 9 });
  });

  test('names that no step answers to are reported, also those that every object has', () => {
    expect(run({ ingst: { facts: {} }, toString: { facts: {} } }).unknown).toEqual(['ingst', 'toString']);
  });

  test('steps end in the order of a clock: a retry lets others go first', () => {
    const two = aPlan({ steps: { a: {}, b: {} } });
    const result = simulate(two, input, { a: [{ error: { code: 'X' } }] }, () => ({}));
    expect(result.steps.map(({ path, attempt }) => `${path}#${attempt}`)).toEqual(['a#1', 'b#1', 'a#2']);
  });

  test('what a failure cancels, stops', () => {
    const two = aPlan({ steps: { a: {}, b: {}, c: {} }, edges: ['b -> c'] });
    const result = simulate(two, input, { a: { error: { code: 'X', retryable: false } } }, () => ({}));
    expect(result.steps.map(({ path, status }) => `${path} ${status}`)).toEqual([
      'a failed',
      'c cancelled',
      'b cancelled',
    ]);
  });

  test('waiting between attempts grows up to its maximum', () => {
    const slow = aPlan({
      steps: {
        a: {
          retry: {
            maximumAttempts: 4,
            initialIntervalMs: 1000,
            backoffCoefficient: 10,
            maximumIntervalMs: 5000,
          },
        },
      },
    });
    const result = simulate(slow, input, { a: { error: { code: 'X' } } }, () => ({}));
    const starts = result.records.flatMap((record) =>
      record.kind === 'step' && record.status === 'running' ? [record.at] : [],
    );
    expect(starts).toEqual([0, 2000, 8000, 14_000]);
  });
});

describe('executionView', () => {
  const { records } = run({ ingest: [{ error: { code: 'X' } }, { facts: { count: 1 } }] });
  const view = (count: number) => executionView(plan, records.slice(0, count));
  const told = (count: number) =>
    view(count).steps.map(({ path, status, attempt }) => `${path} ${status} ${attempt}`);

  test('without records everything is pending', () => {
    expect(view(0)).toMatchObject({ status: 'pending', progress: { done: 0, known: 4 } });
    expect(told(0)).toEqual(['ingest pending 0', 'check pending 0', 'answer pending 0', 'sorry pending 0']);
  });

  test('shows the execution as it was after any record', () => {
    expect(told(2)[0]).toBe('ingest running 1');
    expect(told(3)[0]).toBe('ingest failed 1');
    expect(told(5)[0]).toBe('ingest completed 2');
    expect(view(5).steps[0]).toMatchObject({
      startedAt: 2000,
      endedAt: 3000,
      output: { facts: { count: 1 } },
    });
  });

  test('at the end it has the output and the variables', () => {
    expect(view(records.length)).toMatchObject({
      status: 'completed',
      output: { sorry: { value: {} } },
      variables: { found: 1 },
      progress: { done: 4, known: 4 },
    });
  });

  test('the order in which records arrive does not matter', () => {
    expect(executionView(plan, [...records].reverse())).toEqual(view(records.length));
  });

  test('instances inside scopes come after the steps of the root', () => {
    const inner = records.flatMap((record) =>
      record.kind === 'step' ? [{ ...record, path: 'loop[0]/ingest' }] : [],
    );
    const variable = {
      kind: 'variable',
      sequence: 99,
      at: 1,
      name: 'x',
      scopePath: 'loop[0]',
      value: 1,
    } as const;
    const seen = executionView(plan, [...inner, variable]);
    expect(seen.steps.at(-1)?.path).toBe('loop[0]/ingest');
    expect(seen.variables).toEqual({});
  });
});
