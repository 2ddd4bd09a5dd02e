import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a waiting step goes on by itself. */
export class DueTimes1764400000000 implements MigrationInterface {
  readonly name = 'DueTimes1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE workflow_steps ADD COLUMN due_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE workflow_steps DROP COLUMN due_at`);
  }
}
