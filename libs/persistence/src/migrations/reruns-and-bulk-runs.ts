import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a rerun may take over and what it did take over, and how a table of inputs is run. */
export class RerunsAndBulkRuns1764300000000 implements MigrationInterface {
  readonly name = 'RerunsAndBulkRuns1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflow_executions ADD COLUMN reuse jsonb, ADD COLUMN bulk jsonb;
      CREATE INDEX workflow_executions_rerun_of_idx ON workflow_executions (rerun_of);
      ALTER TABLE workflow_steps ADD COLUMN reused boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflow_steps DROP COLUMN reused;
      DROP INDEX workflow_executions_rerun_of_idx;
      ALTER TABLE workflow_executions DROP COLUMN reuse, DROP COLUMN bulk;
    `);
  }
}
