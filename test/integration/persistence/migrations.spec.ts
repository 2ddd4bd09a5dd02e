import { createDataSource, migrate } from '#persistence';
import { createEmptyDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';

jest.setTimeout(60_000);

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
      expect(applied.flat()).toEqual(['Initial1764000000000']);
    } finally {
      await Promise.all(processes.map((process) => process.destroy()));
    }
  });

  it('can be taken back to nothing', async () => {
    await migrate(database.dataSource);
    await database.dataSource.undoLastMigration();
    const left: { name: string }[] = await database.dataSource.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    expect(left.map((table) => table.name)).toEqual(['migrations']);
  });
});
