import { ExecutionRewriter } from '#persistence';
import { RecordedExecution } from './support/recorded-execution.js';
import { facts, status, step } from './support/records.js';

jest.setTimeout(60_000);

describe('the execution rewriter', () => {
  let recorded: RecordedExecution;
  let rewriter: ExecutionRewriter;
  beforeAll(async () => {
    recorded = await RecordedExecution.prepare();
    rewriter = new ExecutionRewriter(recorded.database.dataSource);
  });
  afterAll(() => recorded.database.drop());
  beforeEach(() => recorded.renew());

  const output = facts({ cost: 0.5, token_count: 10 });
  const records = [
    status(1, 'running', 0, 3),
    step(2, 'a', 'completed', { output }),
    step(3, 'b', 'completed', { output }),
    step(4, 'c', 'running'),
  ];

  it('counts rows that were lost and come back once', async () => {
    await recorded.recorder.apply(recorded.id, records);
    const { updatedAt: _, ...before } = await recorded.execution();
    await recorded.database.dataSource.query(
      `DELETE FROM workflow_steps WHERE execution_id = $1 AND path = 'b'`,
      [recorded.id],
    );
    await rewriter.rewrite(recorded.id, { records, works: [], untold: [] }, { anew: false });
    expect(await recorded.execution()).toMatchObject(before);
  });

  it('counts rows that are kept with those that are written anew', async () => {
    await recorded.recorder.apply(recorded.id, records);
    const { updatedAt: _, ...before } = await recorded.execution();
    await rewriter.rewrite(
      recorded.id,
      { records: records.filter(({ sequence }) => sequence !== 2), works: [], untold: ['a'] },
      { anew: true },
    );
    expect(await recorded.execution()).toMatchObject(before);
  });

  it('counts what a record told to be done also where its rows do not come up to it', async () => {
    const told = [...records, status(5, 'paused', 3, 3)];
    await rewriter.rewrite(recorded.id, { records: told, works: [], untold: [] }, { anew: true });
    expect(await recorded.execution()).toMatchObject({ stepsDone: 3, stepsKnown: 3 });
  });
});
