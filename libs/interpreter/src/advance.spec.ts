import type { Plan, StepOutput } from '#definition/plan';
import { aPlan } from '../spec/a-plan.js';
import type { PlanSketch } from '../spec/a-plan.js';
import { Play } from '../spec/play.js';
import { aReference } from '../spec/reference.js';
import { advance } from './advance.js';
import { start } from './start.js';

const two = aPlan({ steps: { a: {}, b: {} }, edges: ['a -> b'] });

describe('start', () => {
  test('fills in defaults; inputs of type documents take the documents of the execution', () => {
    const plan = aPlan({
      steps: {},
      inputs: [
        { name: 'given', type: 'number', default: 1 },
        { name: 'left', type: 'number', default: 2 },
        { name: 'files', type: 'documents' },
        { name: 'none', type: 'string' },
      ],
    });
    const documents = aReference('documents', 'd1');
    expect(new Play(plan, { input: { given: 5 }, documents }).state.start.input).toEqual({
      given: 5,
      left: 2,
      files: documents,
    });
  });

  test('inputs of type documents are missing when the execution has none', () => {
    const plan = aPlan({ steps: {}, inputs: [{ name: 'files', type: 'documents' }] });
    expect(new Play(plan).state.start.input).toEqual({});
  });

  test('a plan without steps completes at once', () => {
    expect(new Play(aPlan({ steps: {} })).statuses).toEqual(['running', 'completed']);
  });

  test('steps ready together start in definition order', () => {
    const plan = aPlan({ steps: { c: {}, a: {}, b: {}, z: {} }, edges: ['z -> a'] });
    expect(new Play(plan).succeed('z').started).toEqual(['c', 'b', 'z', 'a']);
  });
});

describe('output', () => {
  test('by id of each end step that completed: its facts and references', () => {
    const plan = aPlan({ steps: { a: {}, b: {}, c: {} }, edges: ['a -> b', 'a -> c if false'] });
    const answer = aReference('answer', 'r1');
    expect(new Play(plan).succeed('a', { x: 1 }).succeed('b', { y: 2 }, { answer }).finish?.output).toEqual({
      b: { y: 2, answer },
    });
  });
});

describe('work in flight', () => {
  const wide: PlanSketch = {
    steps: Object.fromEntries(Array.from({ length: 130 }, (_, n) => [`s${n}`, {}])),
  };

  test('at most 100 are out at once; the rest follows in definition order', () => {
    const play = new Play(aPlan(wide));
    expect(play.started).toHaveLength(100);
    play.succeed('s50').succeed('s3');
    expect(play.started.slice(100)).toEqual(['s100', 's101']);
    expect(play.state.inFlight).toBe(100);
  });

  test('steps inside the interpreter need no room', () => {
    const plan = aPlan({ steps: { ...wide.steps, fork: { body: { kind: 'parallel' } } } });
    expect(new Play(plan).status('fork')).toBe('completed');
  });
});

describe('sequence numbers', () => {
  test('a work command reserves two for each attempt', () => {
    const play = new Play(aPlan({ steps: { a: { retry: { maximumAttempts: 5 } }, b: {} } }));
    expect(play.works.map((command) => command.sequence)).toEqual([2, 12]);
  });

  test('progress counts the steps that ended', () => {
    const play = new Play(two).succeed('a');
    expect(play.state.progress).toEqual({ done: 1, known: 2 });
    play.succeed('b');
    expect(play.records.at(-1)).toMatchObject({ kind: 'execution', progress: { done: 2, known: 2 } });
  });
});

describe('late, repeated and strange events change nothing', () => {
  const output: StepOutput = { facts: {}, references: {} };
  const begun = new Play(two);
  test.each([
    ['a step that has not started', { kind: 'work-succeeded', at: 1, path: 'b', attempt: 1, output }],
    ['a step that is not there', { kind: 'work-succeeded', at: 1, path: 'x', attempt: 1, output }],
    ['a scope that is not there', { kind: 'work-cancelled', at: 1, path: 'x[1]/a', attempt: 1 }],
    ['an attempt before the command', { kind: 'work-succeeded', at: 1, path: 'a', attempt: 0, output }],
    ['an attempt after the last', { kind: 'work-succeeded', at: 1, path: 'a', attempt: 4, output }],
    ['a name that every object has', { kind: 'pause', at: 1, path: 'constructor/a' }],
  ] as const)('%s', (_, event) => {
    expect(advance(two, begun.state, event)).toEqual([begun.state, []]);
  });

  test('a failure of something unknown', () => {
    const play = new Play(two);
    expect(play.fail('b').state).toEqual(play.state);
    expect(play.finish).toBeNull();
  });

  test('the same result twice', () => {
    const play = new Play(two).succeed('a', { n: 1 });
    const before = play.state;
    expect(play.succeed('a', { n: 2 }).state).toBe(before);
  });

  test('anything after the end', () => {
    const play = new Play(two).succeed('a').succeed('b');
    const before = play.state;
    play.pause();
    play.feed({ kind: 'cancel' });
    expect(play.state).toBe(before);
  });
});

describe('outputs of work are not trusted', () => {
  const deep = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`);
  test.each([
    [null, 'ENGINE_FAULT'],
    [[], 'ENGINE_FAULT'],
    [{ facts: [], references: {} }, 'ENGINE_FAULT'],
    [{ facts: {} }, 'ENGINE_FAULT'],
    [{ facts: {}, references: { a: 'text' } }, 'ENGINE_FAULT'],
    [{ facts: {}, references: { a: { $ref: 1, kind: 'x' } } }, 'ENGINE_FAULT'],
    [{ facts: { text: 'x'.repeat(70_000) }, references: {} }, 'OUTPUT_TOO_LARGE'],
    [{ facts: { text: '€'.repeat(22_000) }, references: {} }, 'OUTPUT_TOO_LARGE'],
    [{ facts: { deep }, references: {} }, 'OUTPUT_TOO_LARGE'],
  ])('%#', (output, code) => {
    const play = new Play(two);
    play.feed({ kind: 'work-succeeded', path: 'a', attempt: 1, output: output as StepOutput });
    expect(play.finish?.error).toMatchObject({ code, stepId: 'a' });
  });

  test('settings that come out too large fail the step', () => {
    const plan = aPlan({
      steps: {
        a: (e) => ({
          body: {
            kind: 'work',
            configuration: { value: { text: '' }, slots: [{ path: ['text'], parts: [e('input.text')] }] },
          },
        }),
      },
    });
    expect(new Play(plan, { input: { text: 'short' } }).work('a').configuration).toEqual({ text: 'short' });
    expect(new Play(plan, { input: { text: 'x'.repeat(70_000) } }).finish?.error?.code).toBe(
      'INPUT_TOO_LARGE',
    );
    expect(new Play(plan).work('a').warnings).toHaveLength(1);
  });

  test('a template that cannot be evaluated fails the step', () => {
    const plan = aPlan({
      steps: {
        a: (e) => ({
          body: {
            kind: 'work',
            configuration: { value: { n: 0 }, slots: [{ path: ['n'], parts: [e('1 / 0')] }] },
          },
        }),
      },
    });
    expect(new Play(plan).finish?.error).toMatchObject({ code: 'EXPRESSION_FAILED', stepId: 'a' });
  });
});

describe('engine faults end the execution as failed, never as success', () => {
  test('steps that wait for each other', () => {
    const play = new Play(aPlan({ steps: { a: {}, b: {}, c: {} }, edges: ['b -> c', 'c -> b', 'a -> b'] }));
    play.succeed('a');
    expect(play.finish).toMatchObject({
      status: 'failed',
      error: { code: 'ENGINE_FAULT', message: 'Nothing runs, and "b", "c" can never be decided.' },
    });
  });

  test('a plan with nothing in it', () => {
    expect(new Play({ ...two, scopes: [] }).finish?.error?.code).toBe('ENGINE_FAULT');
  });

  test('at the very start', () => {
    const plan = aPlan({ steps: { a: {}, b: {} }, edges: ['a -> b', 'b -> a'] });
    expect(new Play(plan).finish?.error?.code).toBe('ENGINE_FAULT');
  });

  test('a plan whose indices lead nowhere', () => {
    const plan: Plan = { ...two, edges: two.edges.map((edge) => ({ ...edge, target: 99 })) };
    const play = new Play(plan).succeed('a');
    expect(play.finish?.error?.code).toBe('ENGINE_FAULT');
  });

  test('a connection decided twice; what runs is told to stop', () => {
    const plan = aPlan({ steps: { a: {}, b: {}, c: {} }, edges: ['a -> b'] });
    const play = new Play(plan);
    const root = play.state.scopes[''];
    if (root === undefined) throw new Error('There is always a root scope.');
    const broken = { ...play.state, scopes: { '': { ...root, edges: [1 as const] } } };
    const event = {
      kind: 'work-succeeded',
      at: 5,
      path: 'a',
      attempt: 1,
      output: { facts: {}, references: {} },
    } as const;
    const [state, commands] = advance(plan, broken, event);
    expect(state.status).toBe('failed');
    expect(commands.map((command) => command.kind)).toEqual([
      'cancel-work',
      'cancel-work',
      'record',
      'finish',
    ]);
    expect(commands.at(-1)).toMatchObject({ error: { message: 'Connection "c1" was decided twice.' } });
  });

  test('every step ended with a connection undecided', () => {
    const play = new Play(two).succeed('a');
    const root = play.state.scopes[''];
    if (root === undefined) throw new Error('There is always a root scope.');
    const broken = { ...play.state, scopes: { '': { ...root, edges: [0 as const] } } };
    const event = {
      kind: 'work-succeeded',
      at: 5,
      path: 'b',
      attempt: 1,
      output: { facts: {}, references: {} },
    } as const;
    expect(advance(two, broken, event)[1].at(-1)).toMatchObject({ error: { code: 'ENGINE_FAULT' } });
  });
});

describe('speed', () => {
  const COUNT = 2000;
  test('a chain of 2,000 work steps', () => {
    const steps = Object.fromEntries(
      Array.from({ length: COUNT }, (_, n) => [`s${n}`, { gives: n === 0 ? ['documents'] : [] }]),
    );
    const edges = Array.from({ length: COUNT - 1 }, (_, n) => `s${n} -> s${n + 1}`);
    const plan = aPlan({ steps, edges });
    const begun = performance.now();
    const play = new Play(plan);
    for (let n = 0; n < COUNT; n += 1)
      play.feed({
        kind: 'work-succeeded',
        path: `s${n}`,
        attempt: 1,
        output: { facts: { n }, references: {} },
      });
    expect(play.finish?.status).toBe('completed');
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  test('a star: 1,000 branches into one join, then 999 steps inside the interpreter', () => {
    const names = Array.from({ length: 1000 }, (_, n) => `s${n}`);
    const pure = Array.from({ length: 999 }, (_, n) => `p${n}`);
    const steps = Object.fromEntries([
      ...names.map((name) => [name, {}] as const),
      ...pure.map((name) => [name, { body: { kind: 'parallel' } }] as const),
    ]);
    const edges = [
      ...names.map((name) => `${name} -> p0`),
      ...pure.slice(1).map((name, n) => `p${n} -> ${name}`),
    ];
    const plan = aPlan({ steps: steps, edges });
    const begun = performance.now();
    const play = new Play(plan);
    for (const name of names)
      play.feed({ kind: 'work-succeeded', path: name, attempt: 1, output: { facts: {}, references: {} } });
    expect(play.finish?.status).toBe('completed');
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

test('the state given is never changed', () => {
  const frozen = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
    return value;
  };
  const plan = frozen(
    aPlan({
      steps: { a: {}, b: { assign: {} }, c: { conditions: ['false'] } },
      edges: ['a -> b', 'a -> c', 'c -> b'],
    }),
  );
  const input = frozen({ at: 1, executionId: 'e', input: {}, documents: null });
  let [state] = start(plan, input);
  for (const path of ['a', 'b']) {
    const event = {
      kind: 'work-succeeded',
      at: 2,
      path,
      attempt: 1,
      output: { facts: {}, references: {} },
    } as const;
    [state] = advance(plan, frozen(state), event);
  }
  expect(state.status).toBe('completed');
});
