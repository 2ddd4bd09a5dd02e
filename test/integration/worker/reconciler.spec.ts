import { randomUUID } from 'node:crypto';
import { WorkflowExecution } from '#persistence';
import { projectedTables } from '../../support/projected-tables.js';
import { reconcilerOn } from './support/reconciler-on.js';
import { Rig, eventually } from './support/rig.js';
import { Gate, gives } from './support/scripted-steps.js';

describe('executions compared with what Temporal knows of them', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  const reconcile = () => reconcilerOn(rig).reconcile(rig.client, 0);
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

  it('whose tables never heard of their end get it from the history, with what they gave', async () => {
    rig.steps.use({ search: () => gives({ answer: 42 }) });
    const run = await rig.run(SINGLE);
    await run.closed();
    const before = await projectedTables(rig.dataSource, run.id);
    await rig.dataSource.query(
      `UPDATE workflow_executions SET status = 'running', output_data = NULL, completed_at = NULL WHERE id = $1`,
      [run.id],
    );
    await rig.dataSource.query(`DELETE FROM workflow_steps WHERE execution_id = $1`, [run.id]);
    await reconcile();
    expect(await projectedTables(rig.dataSource, run.id)).toEqual(before);
  }, 30_000);

  it('that were to run for a step of one that has ended are closed, and not before', async () => {
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
