import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations/migrations.js';

export interface DatabaseSettings {
  /** Connections of this process; 10 when not given. */
  readonly poolSize?: number;
  /** A statement that takes longer is cancelled by the server; 30 seconds when not given. */
  readonly statementTimeoutMs?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
}

/** How every process of the product talks to its database. Never synchronises; see `migrate`. */
export function dataSourceOptions(url: string, settings: DatabaseSettings = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: settings.applicationName ?? 'sluice',
    poolSize: settings.poolSize ?? 10,
    extra: {
      statement_timeout: settings.statementTimeoutMs ?? 30_000,
      idle_in_transaction_session_timeout: 60_000,
      connectionTimeoutMillis: 10_000,
    },
  };
}

/** Not connected yet: call `initialize`. */
export function createDataSource(url: string, settings: DatabaseSettings = {}): DataSource {
  return new DataSource(dataSourceOptions(url, settings));
}
