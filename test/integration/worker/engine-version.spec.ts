import { Rig } from './support/rig.js';

/** What a worker does with an execution that was started for another engine than its own. */
describe('the version of the engine', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);

  afterAll(() => rig.stop(), 60_000);

  it('is refused by a worker that does not have it: the execution fails and runs nothing', async () => {
    rig.steps.use({});
    const run = await rig.run(ONE_STEP, { argument: { engineVersion: 2 as 1 } });
    expect(await run.closed()).toBe('FAILED');
    expect(rig.steps.calls).toEqual([]);
    const message = 'This worker has engine 1, not 2';
    expect(await run.execution()).toMatchObject({
      status: 'failed',
      error: { code: 'ENGINE_FAULT', message },
    });
  }, 60_000);
});

const ONE_STEP = `
schemaVersion: 1
name: One step
steps:
  - { id: search, type: search, configuration: { query: q } }
connections: []
`;
