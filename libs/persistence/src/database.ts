import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { migrate } from './migrate.js';

/** Of the product's own among the advisory locks: who holds it prepares the database at boot. */
const BOOT_LOCK = 7_358_421;

/** The database as a whole: whether it answers, its schema, and who may prepare it. */
@Injectable()
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /** @throws when the database does not answer. */
  async ping(): Promise<void> {
    await this.dataSource.query('SELECT 1');
  }

  migrate(): Promise<readonly string[]> {
    return migrate(this.dataSource);
  }

  /** Runs the work while no other process of the product does the same on this database. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query('SET statement_timeout = 0');
      await runner.query('SELECT pg_advisory_lock($1)', [BOOT_LOCK]);
      try {
        return await work();
      } finally {
        await runner.query('SELECT pg_advisory_unlock($1)', [BOOT_LOCK]);
      }
    } finally {
      await runner.query('RESET statement_timeout').catch(() => undefined);
      await runner.release();
    }
  }
}
