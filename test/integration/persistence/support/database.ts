import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '#persistence';
import type { DatabaseSettings } from '#persistence';
import { createTestDatabase } from '../../../support/test-database.mjs';

export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly drop: () => Promise<void>;
}

/** An empty database of its own, connected and not migrated. */
export async function createEmptyDatabase(settings: DatabaseSettings = {}): Promise<TestDatabase> {
  const { url, drop } = await createTestDatabase();
  const dataSource = createDataSource(url, settings);
  await dataSource.initialize();
  return {
    url,
    dataSource,
    drop: async () => {
      await dataSource.destroy();
      await drop();
    },
  };
}

/** A database of its own with today's schema. */
export async function createDatabase(settings: DatabaseSettings = {}): Promise<TestDatabase> {
  const database = await createEmptyDatabase(settings);
  await migrate(database.dataSource);
  return database;
}
