import { compilePlan, readDefinition } from '#definition';
import type { WorkflowDefinition } from '#definition';
import { workKey } from '#interpreter';
import type { EarlierStep } from '#persistence';
import { foresee } from './foresee.js';
import { reuseOf } from './reuse-of.js';

const search = (id: string, query: string) => ({ id, type: 'search', configuration: { query } });
const to = (sourceStep: string, targetStep: string, sourceOutput = 'out') => ({
  ...{ id: `${sourceStep}-${targetStep}`, sourceStep, sourceOutput, targetStep },
});

function foreseen(given: object, earlier: readonly EarlierStep[] = [], from: string | null = null) {
  const definition = readDefinition({ schemaVersion: 1, connections: [], ...given })
    .definition as WorkflowDefinition;
  const { plan } = compilePlan(definition);
  if (plan === null) throw new Error('Not a plan.');
  const reuse = reuseOf({ id: 'old', documents: null }, earlier, plan, from);
  const start = { at: 0, executionId: 'new', input: {}, documents: null, reuse };
  return foresee(plan, definition, start, earlier, from, () => null);
}

const done = (
  path: string,
  configuration: EarlierStep['configuration'],
  facts: object = {},
): EarlierStep => ({
  ...{ path, stepType: 'search', status: 'completed', started: true, configuration, incoming: null },
  output: { facts: { ...facts }, references: {} },
});

describe('what a rerun will do', () => {
  //   find ─▶ enough ─ yes ──▶ good
  //                └── else ─▶ bad
  const asking = {
    steps: [
      search('find', 'other'),
      {
        id: 'enough',
        type: 'condition',
        configuration: { cases: [{ port: 'yes', when: 'result_count > 3' }] },
      },
      search('good', 'good'),
      search('bad', 'bad'),
    ],
    connections: [to('find', 'enough'), to('enough', 'good', 'yes'), to('enough', 'bad', 'else')],
  };

  it('is played with what a step gave before, where it is done again', () => {
    const before = done('find', { query: 'one' }, { result_count: 5 });
    expect(foreseen(asking, [before]).runs).toEqual([
      { path: 'find', stepId: 'find', reason: 'Its settings or what it gets have changed.' },
      { path: 'good', stepId: 'good', reason: 'It was not done before.' },
    ]);
    expect(foreseen(asking).runs.map(({ path }) => path)).toEqual(['find', 'bad']);
  });

  it('says why what cannot be taken over is done again', () => {
    const steps = [
      { id: 'ask', type: 'approval', configuration: { message: 'Go on?', timeout: '1h' } },
      { id: 'wait', type: 'wait_for_event', configuration: { event: 'paid' } },
    ];
    const waited = (path: string, stepType: string, configuration: EarlierStep['configuration']) => ({
      ...done(path, configuration, { approved: false, actor: null }),
      stepType,
    });
    const { runs } = foreseen({ steps }, [
      waited('ask', 'approval', { message: 'Go on?', timeout: '1h' }),
      waited('wait', 'wait_for_event', { event: 'paid' }),
    ]);
    expect(runs.map(({ reason }) => reason)).toEqual([
      'Nobody decided before its time was over.',
      'What it waits for did not come in time.',
    ]);
  });

  it('is cut off where it would take too long', () => {
    const loop = { mode: 'while', condition: 'true', maximumRounds: 900_000, onExhausted: 'continue' };
    const steps = [
      { id: 'each', type: 'loop', configuration: loop },
      { id: 'n', type: 'transform', parent: 'each', configuration: { values: { n: 'loop.index' } } },
    ];
    expect(foreseen({ steps })).toEqual({ reused: [], runs: [], complete: false });
  });

  it('takes over nothing whose settings were not kept', () => {
    const key = workKey({ stepType: 'search', configuration: {}, incoming: {}, documents: null });
    const { definition } = readDefinition({ schemaVersion: 1, steps: [search('a', 'a')], connections: [] });
    const plan = definition && compilePlan(definition).plan;
    if (!plan) throw new Error('Not a plan.');
    const reused = reuseOf({ id: 'old', documents: null }, [done('a', {}), done('b', null)], plan, null);
    expect(Object.entries(reused.outputs).map(([path, kept]) => [path, kept.key])).toEqual([['a', key]]);
  });
});
