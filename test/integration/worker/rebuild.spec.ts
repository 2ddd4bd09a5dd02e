import { StepFailure } from '#documents';
import { NoHistoryError } from '../../../apps/worker/src/rebuild/rebuild.js';
import { projectedTables } from '../../support/projected-tables.js';
import { rebuildOn } from './support/rebuild-all.js';
import { Rig, eventually } from './support/rig.js';
import { Gate, gives } from './support/scripted-steps.js';

jest.setTimeout(60_000);

/** That every other execution of these tests is rebuilt as it was is checked where their rig stops. */
describe('the tables of an execution, made anew from its history', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  });
  afterAll(() => rig.stop());

  const LOOP = `
schemaVersion: 1
name: Loop
variables: { seen: { type: number, default: 0 } }
steps:
  - id: each
    type: loop
    configuration: { mode: forEach, items: '[1, 2, 3]', itemErrors: collect }
  - id: read
    type: search
    parent: each
    configuration: { query: q }
    retry: { maximumAttempts: 3, initialInterval: 10ms }
`;

  it('are whole again after they were emptied, attempts and log included', async () => {
    rig.steps.use({
      read: ({ attempt, context }) => {
        if (attempt < 2) throw new StepFailure('PROVIDER_UNAVAILABLE', 'Not yet.', true);
        return gives({ n: context.path.length, cost: 0.5, token_count: 10 });
      },
    });
    const run = await rig.run(LOOP);
    expect(await run.closed()).toBe('COMPLETED');
    const before = await projectedTables(rig.dataSource, run.id);
    expect(before.steps).toHaveLength(10);

    for (const table of ['workflow_steps', 'workflow_variables', 'workflow_conditions', 'execution_events'])
      await rig.dataSource.query(`DELETE FROM ${table} WHERE execution_id = $1`, [run.id]);
    await rebuildOn(rig.client, rig.dataSource).rebuild([run.id]);
    expect(await projectedTables(rig.dataSource, run.id)).toEqual(before);
  });

  it('lose what history knows nothing of', async () => {
    rig.steps.use({});
    const run = await rig.run(LOOP);
    await run.closed();
    const before = await projectedTables(rig.dataSource, run.id);
    await rig.dataSource.query(
      `UPDATE workflow_steps SET output_data = '{"facts": {"n": 99}}', sequence = 9999 WHERE execution_id = $1`,
      [run.id],
    );
    await rebuildOn(rig.client, rig.dataSource).rebuild([run.id]);
    expect(await projectedTables(rig.dataSource, run.id)).toEqual(before);
  });

  it('of an open execution only gain what is missing: its steps go on writing to them', async () => {
    const gate = new Gate();
    rig.steps.use({ 'each[1]/read': async () => gate.opened.then(() => gives({})) });
    const run = await rig.run(LOOP);
    const running = async () =>
      (await run.steps()).some(({ path, status }) => path === 'each[1]/read' && status === 'running');
    await eventually(running, 'the second round runs');
    await rig.dataSource.query(
      `DELETE FROM workflow_steps WHERE execution_id = $1 AND path = 'each[0]/read'`,
      [run.id],
    );
    await rebuildOn(rig.client, rig.dataSource).rebuild([run.id]);
    expect((await run.steps()).find(({ path }) => path === 'each[0]/read')?.status).toBe('completed');
    expect(await running()).toBe(true);
    gate.open();
    expect(await run.closed()).toBe('COMPLETED');
  });

  it('keep what only they know: attempts of a step that was cancelled between two of them', async () => {
    rig.steps.use({
      read: () => {
        throw new StepFailure('PROVIDER_UNAVAILABLE', 'Not now.', true, 60_000);
      },
    });
    const run = await rig.run(LOOP);
    await eventually(
      async () => (await run.steps()).some(({ status }) => status === 'failed'),
      'it failed once',
    );
    await run.handle.cancel();
    expect(await run.closed()).toBe('CANCELLED');
    const before = await projectedTables(rig.dataSource, run.id);
    expect(before.steps).toContainEqual(expect.objectContaining({ path: 'each[0]/read', attempt: 1 }));
    await rebuildOn(rig.client, rig.dataSource).rebuild([run.id]);
    expect(await projectedTables(rig.dataSource, run.id)).toEqual(before);
  });

  it('close with the execution when Temporal ended it', async () => {
    const gate = new Gate();
    rig.steps.use({ read: async () => gate.opened.then(() => gives({})) });
    const run = await rig.run(LOOP);
    await eventually(async () => (await run.steps()).some(({ status }) => status === 'running'), 'it runs');
    await run.handle.terminate('by a test');
    gate.open();
    await rebuildOn(rig.client, rig.dataSource).rebuild([run.id]);
    expect(await run.execution()).toMatchObject({ status: 'failed', error: { code: 'TERMINATED' } });
    const open = (await run.steps()).filter(({ status }) => !['completed', 'failed'].includes(status));
    expect(open).toEqual([]);
  });

  it('stay as they are when Temporal has no history', async () => {
    const stranger = '00000000-0000-4000-8000-000000000000';
    const failures = await rebuildOn(rig.client, rig.dataSource).rebuild([stranger]);
    expect(failures.get(stranger)).toBeInstanceOf(NoHistoryError);
  });
});
