import { randomUUID } from 'node:crypto';
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
    const owner = await insertUser(dataSource);
    const execution = randomUUID();
    await dataSource.query(
      `INSERT INTO workflow_executions (id, user_id, version, definition_hash, execution_name, execution_graph, input_data)
       VALUES ($1, $2, 1, '', '', '{}', '{}')`,
      [execution, owner],
    );
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

  it('can be taken back to nothing', async () => {
    await migrate(database.dataSource);
    for (const _ of ALL) await database.dataSource.undoLastMigration();
    const left: { name: string }[] = await database.dataSource.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    expect(left.map((table) => table.name)).toEqual(['migrations']);
  });
});
