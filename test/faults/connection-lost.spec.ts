import type { DataSource } from 'typeorm';
import { createDataSource } from '#persistence';
import { isTransient } from '../../apps/worker/src/activities/keep-trying.js';
import { inTransaction } from '../../libs/persistence/src/sql-session.js';
import type { SqlSession } from '../../libs/persistence/src/sql-session.js';
import { createTestDatabase } from '../support/test-database.mjs';
import type { TestDatabase } from '../support/test-database.mjs';

const NAMED = 'SELECT 1';

/** The server ends a connection in the middle of a transaction. */
describe('a connection that is lost in a transaction', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let others: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource(database.url).initialize();
    others = await createDataSource(database.url).initialize();
  }, 30_000);
  afterAll(async () => {
    await dataSource.destroy();
    await others.destroy();
    await database.drop();
  }, 30_000);

  const endConnection = async (session: SqlSession): Promise<void> => {
    const [row] = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid', []);
    await others.query('SELECT pg_terminate_backend($1)', [row?.pid]);
    // The client hears of it a moment later.
    await new Promise((resolve) => setTimeout(resolve, 100));
  };

  it.each<[string, (session: SqlSession) => Promise<unknown>]>([
    ['the next statement', (session) => session.query('SELECT 2', [])],
    ['the next prepared statement', (session) => session.query(NAMED, [])],
    ['the commit', async () => undefined],
  ])('is tried again later when %s meets it', async (_, next) => {
    const lost = inTransaction(dataSource, new Map([[NAMED, 'named']]), async (session) => {
      await endConnection(session);
      await next(session);
    });
    const met = await lost.then(
      () => 'nothing',
      (error: unknown) => (isTransient(error) ? 'the database is away' : String(error)),
    );
    expect(met).toBe('the database is away');
  });
});
