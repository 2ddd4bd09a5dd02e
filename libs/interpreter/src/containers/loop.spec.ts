import { aPlan } from '../../spec/a-plan.js';
import { compute, loop } from '../../spec/containers.js';
import type { LoopSketch } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';

/** each ( work ) -> after */
function over(sketch: LoopSketch, body: 'work' | 'pure' = 'work') {
  return aPlan({
    steps: {
      each: (e) => ({ body: loop(e, sketch) }),
      item: (e) => ({ in: 'each', ...(body === 'pure' && { body: compute(e('loop.index * 10')) }) }),
      after: { body: { kind: 'parallel' } },
    },
    edges: ['each.done -> after'],
    inputs: [{ name: 'list', type: 'array' }],
  });
}

const list = (length: number) => ({ input: { list: Array.from({ length }, (_, n) => n) } });

describe('forEach', () => {
  test('runs its body once for each item, and gives the results in their order', () => {
    const play = new Play(over({ over: 'input.list', result: 'steps.item.n' }), list(3));
    play
      .succeed('each[0]/item', { n: 'a' })
      .succeed('each[1]/item', { n: 'b' })
      .succeed('each[2]/item', { n: 'c' });
    expect(play.step('each')?.output?.facts).toEqual({
      iteration_count: 3,
      succeeded_count: 3,
      failed_count: 0,
      exhausted: false,
      results: ['a', 'b', 'c'],
    });
    expect(play.finish?.status).toBe('completed');
  });

  test('is a sliding window: a round begins as soon as another has ended, in any order', () => {
    const play = new Play(over({ over: 'input.list', concurrency: 2, result: 'steps.item.n' }), list(4));
    expect(play.started).toEqual(['each[0]/item', 'each[1]/item']);
    play.succeed('each[1]/item', { n: 1 });
    expect(play.started.at(-1)).toBe('each[2]/item');
    play
      .succeed('each[2]/item', { n: 2 })
      .succeed('each[3]/item', { n: 3 })
      .succeed('each[0]/item', { n: 0 });
    expect(play.step('each')?.output?.facts['results']).toEqual([0, 1, 2, 3]);
  });

  test('an empty list succeeds with an empty list', () => {
    const play = new Play(over({ over: 'input.list', result: 'steps.item.n' }), list(0));
    expect(play.step('each')?.output?.facts).toMatchObject({ iteration_count: 0, results: [] });
    expect(play.finish?.status).toBe('completed');
  });

  test('equal values are different items', () => {
    const play = new Play(over({ over: 'input.list', concurrency: 3 }), { input: { list: ['x', 'x', 'x'] } });
    expect(play.started).toEqual(['each[0]/item', 'each[1]/item', 'each[2]/item']);
  });

  test('what is no list fails the loop', () => {
    const play = new Play(over({ over: 'input.list' }), { input: { list: 'abc' } });
    expect(play.finish?.error).toMatchObject({ code: 'LOOP_INPUT_INVALID', stepId: 'each' });
    expect(new Play(over({ over: 'input.list' })).finish?.error?.code).toBe('LOOP_INPUT_INVALID');
    expect(new Play(over({ over: '1 / 0' })).finish?.error?.code).toBe('EXPRESSION_FAILED');
    expect(new Play(over({ over: 'null' })).finish?.error?.code).toBe('LOOP_INPUT_INVALID');
  });

  test('rounds stand in the record with their own status and result', () => {
    const play = new Play(over({ over: 'input.list', result: 'steps.item.n' }), list(1));
    play.succeed('each[0]/item', { n: 5 });
    expect(play.step('each[0]')).toMatchObject({
      stepId: 'each',
      status: 'completed',
      output: { facts: { result: 5 } },
    });
  });

  test('rounds to come count as known steps, and as none once the loop is left', () => {
    const play = new Play(over({ over: 'input.list' }), list(5));
    expect(play.state.progress).toEqual({ done: 0, known: 7 });
    expect(play.step('each')).toMatchObject({ status: 'running', known: 7 });
    play.succeed('each[0]/item').fail('each[1]/item');
    expect(play.state.progress).toEqual({ done: 4, known: 4 });
  });
});

describe('a list that stands outside', () => {
  const reference = { $ref: 'r', kind: 'documents', count: 201, bytes: 1, sha256: 'x' };
  const plan = over({ over: 'input.list', concurrency: 2 }, 'pure');
  const page = (offset: number, length: number) =>
    ({
      kind: 'items-loaded',
      path: 'each',
      offset,
      items: Array.from({ length }, (_, n) => ({ id: n })),
    }) as const;

  test('is read a page at a time, when its items are needed', () => {
    const play = new Play(plan, { input: { list: { ...reference } } });
    expect(play.commandsOf('load-items')).toMatchObject([{ path: 'each', offset: 0, limit: 200 }]);
    play.feed(page(0, 200));
    expect(play.commandsOf('load-items').at(-1)).toMatchObject({ offset: 200 });
    play.feed(page(200, 1));
    expect(play.step('each')?.output?.facts).toMatchObject({ iteration_count: 201 });
    expect(play.finish?.status).toBe('completed');
  });

  test('a page that comes twice or for nothing changes nothing', () => {
    const play = new Play(plan, { input: { list: { ...reference } } });
    play.feed(page(0, 200));
    const before = play.state;
    play.feed(page(0, 200));
    play.feed({ ...page(0, 200), path: 'nowhere' });
    expect(play.state).toEqual(before);
  });

  test('one that cannot be read fails the loop with the reason', () => {
    const play = new Play(plan, { input: { list: { ...reference } } });
    play.feed({ kind: 'engine-work-failed', path: 'each', code: 'ENGINE_FAULT', message: 'Gone.' });
    expect(play.finish?.error).toMatchObject({ code: 'ENGINE_FAULT', message: 'Gone.', stepId: 'each' });
  });

  test('a cancelled loop waits for the page that it asked for', () => {
    const play = new Play(plan, { input: { list: { ...reference } } });
    play.feed({ kind: 'cancel' });
    expect(play.finish).toBeNull();
    play.feed(page(0, 200));
    expect(play.finish?.status).toBe('cancelled');
  });
});

describe('times', () => {
  test('runs so many rounds', () => {
    const play = new Play(over({ mode: 'times', over: '3', result: 'steps.item.n' }, 'pure'));
    expect(play.step('each')?.output?.facts['results']).toEqual([0, 10, 20]);
  });

  test.each(['-1', '1.5', '"3"', '1000001'])('%s times is refused', (count) => {
    expect(new Play(over({ mode: 'times', over: count }, 'pure')).finish?.error?.code).toBe(
      'LOOP_INPUT_INVALID',
    );
  });

  test('many rounds are done in goes, each of which yields', () => {
    const play = new Play(over({ mode: 'times', over: '12000', maximumRounds: 1_000_000 }, 'pure'));
    for (let goes = 0; play.finish === null && goes < 10; goes += 1) play.feed({ kind: 'go-on' });
    expect(play.finish?.status).toBe('completed');
    expect(play.commandsOf('yield')).toHaveLength(6);
    expect(Object.keys(play.state.scopes)).toEqual(['']);
  });
});

describe('while and until', () => {
  const counting = (mode: 'while' | 'until', condition: string, more: Partial<LoopSketch> = {}) =>
    aPlan({
      steps: {
        again: (e) => ({ body: loop(e, { mode, over: condition, ...more }) }),
        add: (e) => ({
          in: 'again',
          body: compute(e('variables.total + 1')),
          assign: { total: 'variables.total + 1' },
        }),
      },
      variables: [{ name: 'total', type: 'number', default: 0 }],
    });

  test('while asks before each round', () => {
    const play = new Play(counting('while', 'variables.total < 3'));
    expect(play.step('again')?.output?.facts).toMatchObject({ iteration_count: 3, exhausted: false });
    expect(play.decisions.map(({ result }) => result)).toEqual(['true', 'true', 'true', 'false']);
  });

  test('until asks after each round, and sees what the round gave', () => {
    const play = new Play(counting('until', 'steps.add.n >= 2'));
    expect(play.step('again')?.output?.facts).toMatchObject({ iteration_count: 2 });
  });

  test('a while that never holds has no round', () => {
    expect(new Play(counting('while', 'false')).step('again')?.output?.facts).toMatchObject({
      iteration_count: 0,
    });
  });

  test('the maximum fails the loop', () => {
    const play = new Play(counting('while', 'true', { maximumRounds: 4 }));
    expect(play.finish?.error).toMatchObject({ code: 'LOOP_EXHAUSTED', stepId: 'again' });
    expect(play.state.scopes['']?.variables).toEqual({ total: 4 });
  });

  test('or, where it says so, ends it as exhausted', () => {
    const play = new Play(counting('until', 'false', { maximumRounds: 2, onExhausted: 'continue' }));
    expect(play.step('again')?.output?.facts).toMatchObject({ iteration_count: 2, exhausted: true });
  });

  test.each(['while', 'until'] as const)(
    'a condition of %s that cannot be decided fails the loop',
    (mode) => {
      const play = new Play(counting(mode, '"text"'));
      expect(play.finish?.error?.code).toBe('EXPRESSION_FAILED');
    },
  );

  test('one that is unknown counts as false, with a warning', () => {
    const play = new Play(counting('while', 'steps.add.n > 1'));
    expect(play.step('again')).toMatchObject({
      status: 'completed',
      output: { facts: { iteration_count: 0 } },
    });
    expect(play.step('again')?.warnings).toHaveLength(1);
  });
});

describe('variables of a loop', () => {
  const plan = (scope: 'step' | 'temporary') =>
    aPlan({
      steps: {
        outer: (e) => ({ body: loop(e, { over: '[1, 2]', result: 'steps.inner.results' }) }),
        inner: (e) => ({ in: 'outer', body: loop(e, { over: '[1, 2]', result: 'steps.see.n' }) }),
        see: (e) => ({ in: 'inner', body: compute(e('variables.v')), assign: { v: 'variables.v + 1' } }),
      },
      variables: [{ name: 'v', type: 'number', default: 0, scope }],
    });

  test.each([
    ['step', ['outer[0]/inner', 'outer[0]/inner', 'outer[1]/inner', 'outer[1]/inner']],
    ['temporary', ['outer[0]/inner[0]', 'outer[0]/inner[1]', 'outer[1]/inner[0]', 'outer[1]/inner[1]']],
  ] as const)('%s: recorded where it lives, and nowhere around', (scope, homes) => {
    const set = new Play(plan(scope)).records.filter((record) => record.kind === 'variable');
    expect(set.map(({ scopePath }) => scopePath)).toEqual(homes);
  });

  test('step: carried from round to round of the innermost loop, and gone with it', () => {
    expect(new Play(plan('step')).step('outer')?.output?.facts['results']).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test('temporary: gone with the round', () => {
    expect(new Play(plan('temporary')).step('outer')?.output?.facts['results']).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

test('results too big to be facts are put away, and stand there as a reference', () => {
  const play = new Play(over({ mode: 'times', over: '3', result: 'steps.item.n' }));
  const big = 'x'.repeat(20_000);
  play
    .succeed('each[0]/item', { n: big })
    .succeed('each[1]/item', { n: big })
    .succeed('each[2]/item', { n: big });
  expect(play.commandsOf('store-results')).toMatchObject([{ path: 'each', results: [big, big, big] }]);
  const reference = { $ref: 'r', kind: 'json', count: 3, bytes: 60_000, sha256: 'x' };
  play.feed({ kind: 'results-stored', path: 'each', reference });
  expect(play.step('each')?.output).toMatchObject({ references: { results: reference } });
  expect(play.finish?.status).toBe('completed');
});

test('loops nest, and nothing of them is left in the state', () => {
  const plan = aPlan({
    steps: {
      outer: (e) => ({ body: loop(e, { over: '[[1, 2], [3]]', result: 'steps.inner.results' }) }),
      inner: (e) => ({ in: 'outer', body: loop(e, { over: 'loop.item', result: 'steps.use.n' }) }),
      use: (e) => ({ in: 'inner', body: compute(e('loop.item * 2')) }),
    },
  });
  const play = new Play(plan);
  expect(play.finish?.output).toMatchObject({ outer: { results: [[2, 4], [6]] } });
  expect(Object.keys(play.state.scopes)).toEqual(['']);
});

describe('a loop that is cancelled', () => {
  test('stops its rounds, waits for them, and begins no more', () => {
    const play = new Play(over({ over: 'input.list', concurrency: 2 }), list(5));
    play.feed({ kind: 'cancel' });
    expect(play.cancelled).toEqual(['each[0]/item', 'each[1]/item']);
    play.stop('each[0]/item').succeed('each[1]/item');
    expect(play.finish?.status).toBe('cancelled');
    expect(play.step('each')?.status).toBe('cancelled');
    expect(play.started).toHaveLength(2);
  });

  test('by a race that it lost', () => {
    const plan = aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { over: '[1, 2]' }) }),
        item: { in: 'each' },
        fast: {},
        first: { join: { kind: 'race' } },
      },
      edges: ['each.done -> first', 'fast -> first'],
    });
    const play = new Play(plan).succeed('fast');
    expect(play.cancelled).toEqual(['each[0]/item']);
    play.stop('each[0]/item').succeed('first');
    expect(play.finish?.status).toBe('completed');
    expect(play.step('each')?.status).toBe('cancelled');
  });
});

describe('a pause', () => {
  test('of one round leaves the others alone, and keeps the loop from ending', () => {
    const play = new Play(over({ over: 'input.list', concurrency: 3 }), list(3));
    play.pause('each[1]');
    expect(play.succeed('each[0]/item').succeed('each[2]/item').finish).toBeNull();
    play.succeed('each[1]/item');
    expect(play.finish?.status).toBe('completed');
  });

  test('of the loop lets no round begin', () => {
    const play = new Play(over({ over: 'input.list' }), list(3)).pause('each').succeed('each[0]/item');
    expect(play.started).toHaveLength(1);
    expect(play.state.status).toBe('paused');
    play.resume('each');
    expect(play.started.at(-1)).toBe('each[1]/item');
  });

  test('goes over a round trip of the state', () => {
    const play = new Play(over({ over: 'input.list' }), list(2))
      .pause('each')
      .succeed('each[0]/item')
      .roundTrip();
    expect(play.started).toHaveLength(1);
    play.resume('each').succeed('each[1]/item');
    expect(play.finish?.status).toBe('completed');
  });
});
