import { MigrationExecutor } from 'typeorm';
import type { DataSource } from 'typeorm';

/** Any number will do; it is the product's own among the advisory locks of its database. */
const MIGRATION_LOCK = 7_358_420;

/**
 * Brings the database to the newest schema. Safe when several processes boot together: one works,
 * the others wait for it and find nothing left to do. Everything pending is one transaction.
 */
export async function migrate(dataSource: DataSource): Promise<readonly string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`SET statement_timeout = 0`);
    await runner.query(`SELECT pg_advisory_lock($1)`, [MIGRATION_LOCK]);
    try {
      const executor = new MigrationExecutor(dataSource, runner);
      executor.transaction = 'all';
      const applied = await executor.executePendingMigrations();
      return applied.map((migration) => migration.name);
    } finally {
      await runner.query(`SELECT pg_advisory_unlock($1)`, [MIGRATION_LOCK]);
    }
  } finally {
    await runner.query(`RESET statement_timeout`);
    await runner.release();
  }
}
