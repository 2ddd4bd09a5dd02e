import { randomUUID } from 'node:crypto';
import { OpenExecutions, WorkflowExecution } from '#persistence';
import { readSettings } from '../../../apps/worker/src/config.js';
import { Reconciler } from '../../../apps/worker/src/reconciler/reconciler.js';
import { Rig, eventually } from './support/rig.js';
import { Gate, gives } from './support/scripted-steps.js';

/** Executions that were to run for a step, and whose parent is gone. */
describe('an execution that nobody will start any more', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  const reconcile = () => {
    const silent = {
      error: () => undefined,
      warn: () => undefined,
      info: () => undefined,
      debug: () => undefined,
    };
    const settings = readSettings({ DATABASE_URL: rig.databaseUrl });
    const open = new OpenExecutions(rig.dataSource);
    return new Reconciler(settings, silent, open, rig.recorder).reconcile(rig.client, 0);
  };
  const childOf = async (parentId: string): Promise<string> => {
    const rows = rig.dataSource.getRepository(WorkflowExecution);
    const parent = await rows.findOneByOrFail({ id: parentId });
    const id = randomUUID();
    await rows.insert({
      id,
      userId: parent.userId,
      version: 1,
      definitionHash: parent.definitionHash,
      executionName: 'Child',
      executionGraph: parent.executionGraph,
      inputData: {},
      trigger: 'sub_workflow',
      parentExecutionId: parentId,
      parentPath: 'call',
      parentAttempt: 1,
    });
    return id;
  };
  const statusOf = async (id: string) =>
    (await rig.dataSource.getRepository(WorkflowExecution).findOneByOrFail({ id })).status;

  it('is closed once the execution it was to run in has ended, and not before', async () => {
    const gate = new Gate();
    rig.steps.use({
      search: async () => {
        await gate.opened;
        return gives({});
      },
    });
    const run = await rig.run(SINGLE);
    await eventually(() => rig.steps.calls.length > 0, 'the step runs');
    const child = await childOf(run.id);
    await reconcile();
    expect(await statusOf(child)).toBe('pending');
    gate.open();
    await run.closed();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await reconcile();
    expect(await statusOf(child)).toBe('cancelled');
  }, 30_000);
});

const SINGLE = `
schemaVersion: 1
name: Single
steps:
  - { id: search, type: search, configuration: { query: q } }
connections: []
`;
