import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '#persistence';
import { parentPathOf } from '../../../libs/persistence/src/recorder/parent-path-of.js';
import { createEmptyDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { insertUser } from './support/fixtures.js';

jest.setTimeout(60_000);

const ALL = [
  'Initial1764000000000',
  'ScopesAndChildren1764200000000',
  'RerunsAndBulkRuns1764300000000',
  'DueTimes1764400000000',
  'DivergedTables1764450000000',
  'Secrets1764500000000',
  'StepCounts1764550000000',
  'VectorInputs1764550000004',
];

describe('migrations', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createEmptyDatabase();
  });
  afterEach(() => database.drop());

  it('make exactly what the entities say', async () => {
    await migrate(database.dataSource);
    const difference = await database.dataSource.driver.createSchemaBuilder().log();
    expect(difference.upQueries.map((query) => query.query)).toEqual([]);
  });

  it('run once however many processes boot together', async () => {
    const processes = Array.from({ length: 5 }, () => createDataSource(database.url, { poolSize: 1 }));
    await Promise.all(processes.map((process) => process.initialize()));
    try {
      const applied = await Promise.all(processes.map((process) => migrate(process)));
      expect(applied.flat()).toEqual(ALL);
    } finally {
      await Promise.all(processes.map((process) => process.destroy()));
    }
  });

  it('keep what is there: steps get the scope they stand in, executions the number of their rows', async () => {
    const { dataSource } = database;
    await migrate(dataSource);
    for (const _ of ALL.slice(1)) await dataSource.undoLastMigration();
    const execution = await insertEarlierExecution(dataSource);
    const paths = ['read', 'each[3]', 'each[3]/embed', 'each[3]/inner[10]', 'guard/embed'];
    await dataSource.query(
      `INSERT INTO workflow_steps (execution_id, path, attempt, step_id, step_type, step_name, status, sequence)
       SELECT $1, path, 1, '', '', '', 'completed', 1 FROM unnest($2::text[]) AS path`,
      [execution, paths],
    );
    expect(await migrate(dataSource)).toEqual(ALL.slice(1));
    expect(
      await dataSource.query(`SELECT path, parent_path AS parent FROM workflow_steps ORDER BY id`),
    ).toEqual(paths.map((path) => ({ path, parent: parentPathOf(path) })));
    expect(await dataSource.query(`SELECT step_rows AS rows FROM workflow_executions`)).toEqual([
      { rows: 5 },
    ]);
  });

  it('count the steps of executions that are there by their rows and by what they told', async () => {
    const { dataSource } = database;
    await migrate(dataSource);
    for (const _ of ALL.slice(ALL.indexOf('StepCounts1764550000000'))) await dataSource.undoLastMigration();
    const execution = await insertEarlierExecution(dataSource);
    await dataSource.query(
      `INSERT INTO workflow_steps (execution_id, path, parent_path, attempt, step_id, step_type, step_name, status, sequence)
       VALUES ($1, 'each[0]', 'each', 1, '', '', '', 'completed', 1), ($1, 'each[0]/a', 'each[0]', 1, '', '', '', 'failed', 2),
         ($1, 'each[0]/a', 'each[0]', 2, '', '', '', 'completed', 3), ($1, 'b', '', 1, '', '', '', 'failed', 4),
         ($1, 'b', '', 2, '', '', '', 'running', 5)`,
      [execution],
    );
    await dataSource.query(
      `INSERT INTO execution_events (execution_id, sequence, record, at, level, kind, message, data)
       VALUES ($1, 1, 0, now(), 'info', 'execution.running', '', '{"done": 0}'),
         ($1, 2, 6, now(), 'info', 'execution.paused', '', '{"done": 2}')`,
      [execution],
    );
    await dataSource.query(`UPDATE workflow_executions SET steps_done = 3`);
    await migrate(dataSource);
    expect(
      await dataSource.query(
        `SELECT steps_ended AS ended, steps_told AS told, steps_done AS done FROM workflow_executions`,
      ),
    ).toEqual([{ ended: 1, told: 2, done: 2 }]);
  });

  it('can be taken back to nothing', async () => {
    await migrate(database.dataSource);
    for (const _ of ALL) await database.dataSource.undoLastMigration();
    const left: { name: string }[] = await database.dataSource.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    expect(left.map((table) => table.name)).toEqual(['migrations']);
  });
});

/** With the columns of the first schema. */
async function insertEarlierExecution(dataSource: DataSource): Promise<string> {
  const id = randomUUID();
  await dataSource.query(
    `INSERT INTO workflow_executions (id, user_id, version, definition_hash, execution_name, execution_graph, input_data)
     VALUES ($1, $2, 1, '', '', '{}', '{}')`,
    [id, await insertUser(dataSource)],
  );
  return id;
}
