import { ExecutionRecorder, WorkflowExecution } from '#persistence';
import { createDatabase } from './support/database.js';
import { insertExecution, insertUser } from './support/fixtures.js';
import { facts, step } from './support/records.js';

jest.setTimeout(60_000);

describe('the data source', () => {
  it('cancels a statement that takes too long, and goes on', async () => {
    const { dataSource, drop } = await createDatabase({ statementTimeoutMs: 100, poolSize: 1 });
    try {
      await expect(dataSource.query('SELECT pg_sleep(20)')).rejects.toThrow('statement timeout');
      expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      await drop();
    }
  });

  it('lets many executions write through few connections, without a deadlock', async () => {
    const { dataSource, drop } = await createDatabase({ poolSize: 3 });
    try {
      const recorder = new ExecutionRecorder(dataSource);
      const owner = await insertUser(dataSource);
      const ids = await Promise.all(Array.from({ length: 30 }, () => insertExecution(dataSource, owner)));
      const writes = ids.flatMap((id) =>
        [1, 2, 3, 4].map((n) =>
          recorder.apply(id, [step(n, `s${n}`, 'completed', { output: facts({ cost: n }) })]),
        ),
      );
      await Promise.all(writes);
      const executions = await dataSource.getRepository(WorkflowExecution).find();
      expect(executions.map(({ sequence, cost, stepsDone }) => [sequence, cost, stepsDone])).toEqual(
        ids.map(() => [4, 10, 4]),
      );
      const [database] = await dataSource.query<{ deadlocks: number }[]>(
        `SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`,
      );
      expect(database?.deadlocks).toBe(0);
    } finally {
      await drop();
    }
  });
});
