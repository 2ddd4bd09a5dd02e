import type { ExecutionRecord } from '#interpreter';
import { ExecutionRecorder } from '#persistence';
import { projectedTables } from '../../support/projected-tables.js';
import { rebuildOn } from './support/rebuild-all.js';
import { reconcilerOn } from './support/reconciler-on.js';
import { Rig, eventually } from './support/rig.js';
import { Gate, gives } from './support/scripted-steps.js';

jest.setTimeout(60_000);

/** A real recorder that waits once after it has written the end of an execution. */
class SlowRecorder extends ExecutionRecorder {
  written = new Gate();
  goOn = new Gate();

  override async apply(executionId: string, records: readonly ExecutionRecord[]): Promise<void> {
    await super.apply(executionId, records);
    if (!records.some((record) => record.kind === 'execution' && record.status === 'completed')) return;
    this.written.open();
    await this.goOn.opened;
  }
}

/** Records are written before Temporal accepts the workflow task that they come from. */
describe('records of a workflow task that Temporal did not accept', () => {
  let rig: Rig;
  let recorder: SlowRecorder;
  beforeAll(async () => {
    rig = await Rig.start((real) => {
      recorder = new SlowRecorder(real['dataSource']);
      return recorder;
    });
  });
  afterAll(() => rig.stop());

  it('give way to what happened, and the tables are made anew from the history', async () => {
    rig.steps.use({ search: () => gives({ n: 1 }) });
    const run = await rig.run(SINGLE);
    await recorder.written.opened;
    expect((await run.execution()).status).toBe('completed');
    // The end is refused, since the workflow has not seen this.
    await run.handle.cancel();
    recorder.goOn.open();
    const closed = await run.closed();
    await eventually(async () => (await run.execution()).status === closed.toLowerCase(), 'the tables agree');
    expect((await run.execution()).diverged).toBe(true);

    await reconcilerOn(rig).reconcile(rig.client, 0);
    const mended = await projectedTables(rig.dataSource, run.id);
    expect(mended.execution).toMatchObject({ diverged: false, status: closed.toLowerCase() });
    await rebuildOn(rig.client, rig.dataSource).rebuild([run.id]);
    expect(await projectedTables(rig.dataSource, run.id)).toEqual(mended);
  });
});

const SINGLE = `
schemaVersion: 1
name: Single
steps:
  - { id: search, type: search, configuration: { query: q } }
`;
