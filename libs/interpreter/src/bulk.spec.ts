import type { PlanItemErrors } from '#definition/plan';
import { ROWS_INPUT, bulkPlan } from '#definition';
import { aPlan } from '../spec/a-plan.js';
import { compute, loop } from '../spec/containers.js';
import { Play } from '../spec/play.js';
import { refusalOf } from './refusal.js';

const plan = aPlan({
  steps: {
    double: (e) => ({ body: compute(e('input.n * input.factor')), assign: { last: 'steps.double.n' } }),
    work: {},
    end: (e) => ({ body: compute(e('variables.last')) }),
  },
  edges: ['double -> work', 'work -> end'],
  inputs: [
    { name: 'n', type: 'number', required: true },
    { name: 'factor', type: 'number', default: 2 },
  ],
  variables: [{ name: 'last', type: 'number', default: 0 }],
});

const bulk = (itemErrors: PlanItemErrors = { kind: 'collect' }) =>
  new Play(bulkPlan(plan, { concurrency: 2, itemErrors }), {
    input: { [ROWS_INPUT]: [{ n: 1 }, { n: 2, factor: 10 }, { n: 3 }] },
  });

describe('a bulk run', () => {
  test('runs the whole workflow for each row, with its own inputs, defaults and variables', () => {
    const play = bulk();
    expect(play.started).toEqual(['@rows[0]/work', '@rows[1]/work']);
    play.succeed('@rows[1]/work').succeed('@rows[0]/work').succeed('@rows[2]/work');
    expect(play.step('@rows[0]')?.output?.facts).toEqual({ result: { end: { n: 2 } } });
    expect(play.step('@rows[1]')?.output?.facts).toEqual({ result: { end: { n: 20 } } });
    expect(play.step('@rows[2]')?.output?.facts).toEqual({ result: { end: { n: 6 } } });
    expect(play.finish).toMatchObject({ status: 'completed', output: { '@rows': { iteration_count: 3 } } });
    expect(play.state.scopes['']?.variables).toEqual({ last: 0 });
  });

  test('a row that fails has its own status, and the others go on', () => {
    const play = bulk({ kind: 'ignore' }).fail('@rows[0]/work', 'BAD');
    play.succeed('@rows[1]/work').succeed('@rows[2]/work');
    expect(play.step('@rows[0]')).toMatchObject({ status: 'failed', error: { code: 'BAD' } });
    expect(play.finish).toMatchObject({ status: 'completed', output: { '@rows': { failed_count: 1 } } });
  });

  test('a variable of a row can be set where the row is', () => {
    const play = bulk();
    const set = { kind: 'set-variable', name: 'last', value: 99, actor: null } as const;
    expect(refusalOf(play.plan, play.state, { ...set, scopePath: '@rows[1]' })).toBeNull();
    play.feed({ ...set, scopePath: '@rows[1]' });
    play.succeed('@rows[1]/work');
    expect(play.step('@rows[1]')?.output?.facts).toEqual({ result: { end: { n: 99 } } });
  });

  test('loops inside keep their own rounds, and variables of the row reach into them', () => {
    const inner = aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { over: 'input.list', result: 'steps.add.n' }) }),
        add: (e) => ({
          in: 'each',
          body: compute(e('variables.sum + loop.item')),
          assign: { sum: 'steps.add.n' },
        }),
      },
      inputs: [{ name: 'list', type: 'array' }],
      variables: [{ name: 'sum', type: 'number', default: 0 }],
    });
    const play = new Play(bulkPlan(inner, { concurrency: 1, itemErrors: { kind: 'failFast' } }), {
      input: { [ROWS_INPUT]: [{ list: [1, 2] }, { list: [5, 6] }] },
    });
    expect(play.step('@rows[0]')?.output?.facts).toMatchObject({ result: { each: { results: [1, 3] } } });
    expect(play.step('@rows[1]')?.output?.facts).toMatchObject({ result: { each: { results: [5, 11] } } });
  });
});
