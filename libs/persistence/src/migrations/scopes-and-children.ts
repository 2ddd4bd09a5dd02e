import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps by the scope they stand in, executions by their parent, and what an idempotency key was used for. */
export class ScopesAndChildren1764200000000 implements MigrationInterface {
  readonly name = 'ScopesAndChildren1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflow_steps ADD COLUMN parent_path text;
      UPDATE workflow_steps SET parent_path = CASE
        WHEN path LIKE '%]' THEN regexp_replace(path, '\\[\\d+\\]$', '')
        WHEN path LIKE '%/%' THEN regexp_replace(path, '/[^/]*$', '')
        ELSE '' END;
      ALTER TABLE workflow_steps ALTER COLUMN parent_path SET NOT NULL;
      CREATE INDEX workflow_steps_parent_path_idx ON workflow_steps (execution_id, parent_path, iteration, id);
      CREATE INDEX workflow_steps_order_idx ON workflow_steps (execution_id, id);
      -- What somebody looks at all the time, and few of the rows of a long loop.
      CREATE INDEX workflow_steps_live_idx ON workflow_steps (execution_id, id)
        WHERE status IN ('pending', 'running', 'waiting', 'blocked');
      CREATE INDEX workflow_steps_approvals_idx ON workflow_steps (id)
        WHERE status = 'waiting' AND step_type = 'approval';
      -- Made anew to be the last one: without statistics all indexes seem alike, and of these the last is taken.
      ALTER TABLE workflow_steps DROP CONSTRAINT workflow_steps_execution_id_path_attempt_key;
      ALTER TABLE workflow_steps ADD CONSTRAINT workflow_steps_execution_id_path_attempt_key
        UNIQUE (execution_id, path, attempt);

      ALTER TABLE workflow_executions
        ADD COLUMN step_rows integer NOT NULL DEFAULT 0,
        ADD COLUMN request_hash text,
        ADD COLUMN parent_execution_id uuid CONSTRAINT workflow_executions_parent_execution_id_fkey
          REFERENCES workflow_executions (id) ON DELETE CASCADE,
        ADD COLUMN parent_path text,
        ADD COLUMN parent_attempt integer,
        ADD CONSTRAINT workflow_executions_parent_key UNIQUE (parent_execution_id, parent_path, parent_attempt);
      UPDATE workflow_executions e SET step_rows = s.number
        FROM (SELECT execution_id, count(*) AS number FROM workflow_steps GROUP BY execution_id) s
        WHERE s.execution_id = e.id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflow_executions
        DROP CONSTRAINT workflow_executions_parent_key,
        DROP COLUMN parent_attempt,
        DROP COLUMN parent_path,
        DROP COLUMN parent_execution_id,
        DROP COLUMN request_hash,
        DROP COLUMN step_rows;
      DROP INDEX workflow_steps_approvals_idx, workflow_steps_live_idx, workflow_steps_order_idx, workflow_steps_parent_path_idx;
      ALTER TABLE workflow_steps DROP COLUMN parent_path;
    `);
  }
}
