import { aPlan } from '../../spec/a-plan.js';
import { loop } from '../../spec/containers.js';
import { aReference } from '../../spec/reference.js';
import type { Surroundings } from './surroundings.js';
import { simulate } from './simulate.js';

const documents = aReference('documents', 'd');
const plan = aPlan({
  steps: { each: (e) => ({ body: loop(e, { over: 'input.list' }) }), item: { in: 'each' } },
  inputs: [{ name: 'list', type: 'documents' }],
});
const run = (surroundings: Surroundings) =>
  simulate(plan, { at: 0, executionId: 'e', input: {}, documents }, {}, () => ({}), surroundings);
const items = ({ steps }: ReturnType<typeof run>) =>
  steps.filter(({ stepId }) => stepId === 'item').map(({ path }) => path);

test('a list that stands outside is empty unless its items are given', () => {
  expect(items(run({}))).toEqual([]);
  const asked: string[] = [];
  const list: Surroundings['list'] = ({ $ref }) => {
    asked.push($ref);
    return ['a', 'b'];
  };
  expect(items(run({ list }))).toEqual(['each[0]/item', 'each[1]/item']);
  expect(new Set(asked)).toEqual(new Set([documents.$ref]));
});

test('a simulation ends when it has as many records as it may have', () => {
  const list = () => Array.from({ length: 50 }, (_, n) => n);
  expect(items(run({ list }))).toHaveLength(50);
  const cut = run({ list, mostRecords: 20 });
  expect(items(cut).length).toBeLessThan(50);
  expect(cut.status).toBe('running');
});
