import { compilePlan, readDefinition } from '../index.js';
import type { Plan } from '../plan/plan.js';

function plan(draft: object): Plan {
  const { definition, problems } = readDefinition({ schemaVersion: 1, ...draft });
  const compiled = definition && compilePlan(definition);
  if (!compiled?.plan) throw new Error(JSON.stringify([problems, compiled?.problems]));
  return compiled.plan;
}

const pass = (id: string, more: object = {}): object => ({ id, type: 'transform', ...more });
const bodyOf = (compiled: Plan, id: string): Plan['steps'][number]['body'] | undefined =>
  compiled.steps.find((step) => step.id === id)?.body;

describe('scopes of a plan', () => {
  // root: guard -> end          guard: a -> l, a undone by z; finally: f          l: x -> y
  const compiled = plan({
    steps: [
      pass('x', { parent: 'l' }),
      { id: 'l', type: 'loop', parent: 'guard', configuration: { items: '[1]' } },
      { id: 'a', type: 'chunking', parent: 'guard', compensateWith: 'z' },
      { id: 'guard', type: 'try', configuration: { siblings: 'settle', compensate: true } },
      pass('f', { parent: 'guard', region: 'finally' }),
      pass('y', { parent: 'l' }),
      { id: 'z', type: 'chunking', parent: 'guard' },
      pass('end'),
      { id: 'bare', type: 'try' },
      pass('b', { parent: 'bare' }),
    ],
    connections: [
      { sourceStep: 'guard', sourceOutput: 'done', targetStep: 'end' },
      { sourceStep: 'x', targetStep: 'y' },
      { sourceStep: 'a', targetStep: 'l' },
    ],
  });

  it('stand in the order of their containers, body before finally', () => {
    expect(compiled.scopes).toEqual([
      { owner: null, region: 'root', steps: [3, 7, 8], edges: [0] },
      { owner: 1, region: 'body', steps: [0, 5], edges: [1] },
      { owner: 3, region: 'body', steps: [1, 2], edges: [2] },
      { owner: 3, region: 'finally', steps: [4], edges: [] },
      { owner: 8, region: 'body', steps: [9], edges: [] },
    ]);
    expect(compiled.steps.map(({ scope }) => scope)).toEqual([1, 2, 2, 0, 3, 1, 2, 0, 0, 4]);
  });

  it('are named by their containers', () => {
    expect(bodyOf(compiled, 'l')).toMatchObject({ kind: 'loop', scope: 1 });
    expect(bodyOf(compiled, 'guard')).toEqual({
      kind: 'try',
      body: 2,
      finally: 3,
      siblings: 'settle',
      compensate: true,
    });
    expect(bodyOf(compiled, 'bare')).toMatchObject({ body: 4, finally: null, siblings: 'cancel' });
  });

  it('know what undoes what', () => {
    expect(compiled.steps.map(({ compensateWith }) => compensateWith)).toEqual([
      null,
      null,
      6,
      ...Array.from({ length: 7 }, () => null),
    ]);
  });

  it('are plain JSON', () => {
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
  });
});

describe('a loop', () => {
  const loop = (configuration: object): ReturnType<typeof bodyOf> =>
    bodyOf(
      plan({
        inputs: { n: 'number', list: 'array' },
        steps: [
          { id: 'l', type: 'loop', configuration },
          pass('x', { parent: 'l', configuration: { values: { done: 'loop.index > 2' } } }),
        ],
      }),
      'l',
    );

  it('over items, with the defaults spelled out', () => {
    expect(loop({ items: 'list' })).toEqual({
      kind: 'loop',
      mode: 'forEach',
      over: {
        source: 'list',
        cel: 'input.list',
        reads: [{ kind: 'input', key: 'input.list', name: 'list' }],
      },
      scope: 1,
      concurrency: 1,
      maximumRounds: 1_000_000,
      onExhausted: 'fail',
      itemErrors: { kind: 'failFast' },
      result: null,
    });
  });

  it('until reads the round that has ended', () => {
    expect(
      loop({ mode: 'until', condition: 'done', maximumRounds: 5, result: 'loop.index', concurrency: 9 }),
    ).toMatchObject({
      mode: 'until',
      over: { cel: 'steps.x.done', reads: [{ kind: 'fact', step: 1 }] },
      maximumRounds: 5,
      concurrency: 1,
      result: { cel: '__loop.index', reads: [{ kind: 'loop', key: 'loop.index', field: 'index' }] },
    });
  });

  it('while and times read what stands around', () => {
    expect(loop({ mode: 'while', condition: 'loop.index < n', maximumRounds: 5 })).toMatchObject({
      over: { cel: '__loop.index < input.n' },
    });
    expect(loop({ mode: 'times', times: 3, onExhausted: 'continue' })).toMatchObject({
      over: { cel: '3', reads: [] },
      onExhausted: 'continue',
    });
  });

  it.each([
    ['collect', { kind: 'collect' }],
    [{ tolerate: { count: 3 } }, { kind: 'tolerate', count: 3, share: null }],
    [{ tolerate: { count: 0, share: 0.5 } }, { kind: 'tolerate', count: 0, share: 0.5 }],
  ])('that bears failing rounds: %j', (itemErrors, expected) => {
    expect(loop({ items: 'list', itemErrors })).toMatchObject({ itemErrors: expected });
  });
});

describe('steps that wait', () => {
  const body = (type: string, configuration: object): ReturnType<typeof bodyOf> =>
    bodyOf(plan({ inputs: { n: 'number' }, steps: [{ id: 'a', type, configuration }] }), 'a');

  it('keep their durations as they are written', () => {
    expect(body('delay', { duration: '{{ n }}m' })).toMatchObject({
      kind: 'delay',
      configuration: { slots: [{ path: ['duration'], parts: [{ cel: ' input.n ' }, 'm'] }] },
      until: null,
    });
    expect(body('delay', { duration: '90s' })).toEqual({
      kind: 'delay',
      configuration: { value: { duration: '90s' }, slots: [] },
      until: null,
    });
  });

  it('until a time need nothing else', () => {
    expect(body('delay', { until: '"2030-01-01T00:00:00Z"', duration: '1s' })).toMatchObject({
      configuration: { value: {}, slots: [] },
      until: { cel: '"2030-01-01T00:00:00Z"' },
    });
  });

  it('ask, and listen', () => {
    expect(body('approval', { message: 'Pay {{ n }}?', timeout: '1d' })).toMatchObject({
      kind: 'approval',
      configuration: { value: { assignees: [], timeout: '1d' }, slots: [{ path: ['message'] }] },
    });
    expect(body('wait_for_event', { event: 'paid' })).toEqual({
      kind: 'wait_for_event',
      configuration: { value: { event: 'paid' }, slots: [] },
    });
  });

  it('for another workflow give it what it takes, in the order of names', () => {
    expect(
      body('sub_workflow', { workflowId: '{{ string(n) }}', input: { z: 'n + 1', a: '"x"' } }),
    ).toMatchObject({
      kind: 'sub_workflow',
      configuration: {
        value: { workflowId: '{{ string(n) }}', version: 'published' },
        slots: [{ path: ['workflowId'] }],
      },
      input: [{ name: 'a' }, { name: 'z', expression: { cel: 'input.n + 1' } }],
    });
  });
});

it('a web address is called by a worker', () => {
  const [step] = plan({
    steps: [{ id: 'a', type: 'http_request', configuration: { url: 'https://example.org' } }],
  }).steps;
  expect(step).toMatchObject({
    class: 'work',
    body: {
      kind: 'work',
      configuration: {
        value: { method: 'GET', url: 'https://example.org', headers: {}, successStatus: ['2xx'] },
      },
    },
    timeoutMs: 60_000,
    blockDeadlineMs: 604_800_000,
    compensateWith: null,
  });
});

it('a blocked step waits as long as it says', () => {
  const [step] = plan({ steps: [pass('a', { onError: 'block', blockDeadline: '36h' })] }).steps;
  expect(step).toMatchObject({ onError: 'block', blockDeadlineMs: 129_600_000 });
});
