import { parseDefinition } from '../text/parse-definition.js';
import type { Plan } from '../plan/plan.js';
import { ROWS_INPUT, ROWS_STEP, bulkPlan } from './bulk-plan.js';
import { compilePlan } from './compile-plan.js';

const TEXT = `
schemaVersion: 1
name: Greet
inputs: { name: string }
steps:
  - { id: guard, type: try }
  - { id: greet, type: transform, parent: guard, configuration: { values: { text: input.name } } }
  - { id: tidy, type: transform, parent: guard, region: finally }
  - { id: each, type: loop, configuration: { mode: times, times: '2' } }
  - { id: count, type: transform, parent: each }
connections:
  - { sourceStep: guard, sourceOutput: done, targetStep: each }
`;

function compiled(): Plan {
  const { definition } = parseDefinition(TEXT);
  const plan = definition === null ? null : compilePlan(definition).plan;
  if (plan === null) throw new Error('The workflow of this test is wrong.');
  return plan;
}

describe('the plan of a bulk run', () => {
  const plan = compiled();
  const bulk = bulkPlan(plan, { concurrency: 4, itemErrors: { kind: 'collect' } });

  it('is one loop over the rows around all of the workflow', () => {
    const rows = bulk.steps.at(-1);
    expect(rows).toMatchObject({ id: ROWS_STEP, name: 'Greet', scope: 0, index: plan.steps.length });
    expect(rows?.body).toMatchObject({ kind: 'loop', mode: 'forEach', scope: 1, concurrency: 4, rows: true });
    expect(rows?.body).toMatchObject({ over: { reads: [{ kind: 'input', name: ROWS_INPUT }] } });
    expect(bulk.scopes[0]).toEqual({ owner: null, region: 'root', steps: [rows?.index], edges: [] });
    expect(bulk.scopes[1]).toEqual({ ...plan.scopes[0], owner: rows?.index, region: 'body' });
  });

  it('keeps every step at its index and every scope inside one further', () => {
    const scopes = bulk.steps.slice(0, -1).map(({ scope }) => scope);
    expect(scopes).toEqual(plan.steps.map(({ scope }) => scope + 1));
    expect(bulk.scopes.slice(2)).toEqual(plan.scopes.slice(1));
    for (const step of bulk.steps) {
      const inside = step.body.kind === 'loop' ? [step.body.scope] : [];
      const regions = step.body.kind === 'try' ? [step.body.body, step.body.finally ?? -1] : [];
      for (const scope of [...inside, ...regions]) expect(bulk.scopes[scope]?.owner).toBe(step.index);
    }
  });
});
