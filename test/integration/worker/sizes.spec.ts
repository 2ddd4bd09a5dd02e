import { Rig, planOf } from './support/rig.js';
import { gives } from './support/scripted-steps.js';

/** Big values end up in the artifact store or fail their step; they never block an execution. */
describe('sizes', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  it('moves a fact that is too big for history to the artifact store', async () => {
    const text = 'x'.repeat(100_000);
    rig.steps.use({ search: () => gives({ text, result_count: 3 }) });
    const run = await rig.run(PAIR);
    expect(await run.closed()).toBe('COMPLETED');
    const output = (await run.steps()).find(({ path }) => path === 'search')?.outputData;
    expect(output?.facts).toEqual({ result_count: 3 });
    const reference = output?.references['text'];
    if (reference === undefined) throw new Error('There is no reference for the fact');
    expect(reference.kind).toBe('json');
    expect(await rig.stores.artifacts.get(reference)).toBe(text);
  });

  it('fails a step OUTPUT_TOO_LARGE that gives more references than history takes, without a retry', async () => {
    const reference = { $ref: 'x'.repeat(100), kind: 'json', count: 1, bytes: 1, sha256: 'y'.repeat(64) };
    const references = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`r${index}`, reference]),
    );
    rig.steps.use({ search: () => gives({}, references) });
    const run = await rig.run(PAIR);
    expect(await run.closed()).toBe('FAILED');
    expect(rig.steps.calls).toEqual(['search']);
    expect(await run.execution()).toMatchObject({ error: { code: 'OUTPUT_TOO_LARGE', stepId: 'search' } });
  });

  it('fails a step INPUT_TOO_LARGE whose settings grow too big, before it is scheduled', async () => {
    const part = 'x'.repeat(30_000);
    rig.steps.use({ search: () => gives({ part }) });
    const run = await rig.run(GROWING);
    expect(await run.closed()).toBe('FAILED');
    expect(rig.steps.calls).toEqual(['search']);
    expect(await run.execution()).toMatchObject({ error: { code: 'INPUT_TOO_LARGE', stepId: 'answer' } });
  });

  it('takes a plan that is too big for the argument by reference', async () => {
    const plan = planOf(PAIR);
    const reference = await rig.stores.artifacts.put('json', 1, JSON.parse(JSON.stringify(plan)));
    rig.steps.use({});
    const run = await rig.run(PAIR, { argument: { plan: { kind: 'reference', reference } } });
    expect(await run.closed()).toBe('COMPLETED');
    expect(rig.steps.calls).toEqual(['search', 'answer']);
  });

  it('ends as failed, and says so, when a plan cannot be read', async () => {
    const reference = { $ref: 'missing', kind: 'json', count: 1, bytes: 1, sha256: '' };
    const run = await rig.run(PAIR, { argument: { plan: { kind: 'reference', reference } } });
    expect(await run.closed()).toBe('FAILED');
    expect(await run.execution()).toMatchObject({ status: 'failed', error: { code: 'ENGINE_FAULT' } });
  });

  it('runs a workflow of 2,000 steps', async () => {
    const steps = Array.from({ length: 2_000 }, (_, n) => ({ id: `s${n}`, type: 'parallel' }));
    const connections = steps.slice(1).map(({ id }, n) => ({ sourceStep: `s${n}`, targetStep: id }));
    const run = await rig.run(JSON.stringify({ schemaVersion: 1, name: 'Long', steps, connections }));
    expect(await run.closed()).toBe('COMPLETED');
    expect(await run.execution()).toMatchObject({ status: 'completed', stepsDone: 2_000 });
  }, 60_000);
});

const PAIR = `
schemaVersion: 1
name: Pair
inputs: { question: { type: string, default: why } }
steps:
  - { id: search, type: search }
  - { id: answer, type: synthesis }
connections:
  - { id: a, sourceStep: search, targetStep: answer }
`;

const GROWING = `
schemaVersion: 1
name: Growing
inputs: { question: { type: string, default: why } }
steps:
  - { id: search, type: search }
  - { id: grow, type: transform, configuration: { values: { part: "'${'x'.repeat(3_000)}'" } } }
  - id: answer
    type: synthesis
    configuration: { question: "${'{{ steps.grow.part }}'.repeat(30)}" }
connections:
  - { id: a, sourceStep: search, targetStep: grow }
  - { id: b, sourceStep: grow, targetStep: answer }
`;
