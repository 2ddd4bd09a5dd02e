import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Executions whose tables hold what their history does not. */
export class DivergedTables1764450000000 implements MigrationInterface {
  readonly name = 'DivergedTables1764450000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflow_executions ADD COLUMN diverged boolean NOT NULL DEFAULT false;
      CREATE INDEX workflow_executions_diverged_idx ON workflow_executions (id) WHERE diverged;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX workflow_executions_diverged_idx;
      ALTER TABLE workflow_executions DROP COLUMN diverged;
    `);
  }
}
