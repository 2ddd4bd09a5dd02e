import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many steps have ended by their rows, and by what the execution told, each by itself. */
export class StepCounts1764550000000 implements MigrationInterface {
  readonly name = 'StepCounts1764550000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflow_executions
        ADD COLUMN steps_ended integer NOT NULL DEFAULT 0,
        ADD COLUMN steps_told integer NOT NULL DEFAULT 0;
      UPDATE workflow_executions e SET steps_ended = s.number
        FROM (
          SELECT execution_id, count(*) AS number FROM (
            SELECT DISTINCT ON (execution_id, path) execution_id, status FROM workflow_steps
            WHERE right(path, 1) <> ']' ORDER BY execution_id, path, attempt DESC) AS latest
          WHERE status IN ('completed', 'failed', 'skipped', 'cancelled') GROUP BY execution_id) s
        WHERE s.execution_id = e.id;
      UPDATE workflow_executions e SET steps_told = l.number
        FROM (
          SELECT execution_id, max((data ->> 'done')::integer) AS number FROM execution_events
          WHERE kind LIKE 'execution.%' GROUP BY execution_id) l
        WHERE l.execution_id = e.id;
      UPDATE workflow_executions SET steps_done = greatest(steps_ended, steps_told)
        WHERE steps_done <> greatest(steps_ended, steps_told);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE workflow_executions DROP COLUMN steps_told, DROP COLUMN steps_ended`);
  }
}
