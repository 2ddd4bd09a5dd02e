import { amountOf } from './write.sql.js';

/** Forgets what happened to steps ($1 execution), but for those at these paths ($2). */
export const FORGET_STEPS = [
  `DELETE FROM execution_events WHERE execution_id = $1 AND (path IS NULL OR path <> ALL ($2))`,
  `DELETE FROM workflow_steps WHERE execution_id = $1 AND path <> ALL ($2)`,
] as const;

/** Empties the rest that is projected of an execution ($1); what it was started with stays. */
export const CLEAR = [
  `DELETE FROM workflow_conditions WHERE execution_id = $1`,
  `DELETE FROM workflow_variables WHERE execution_id = $1`,
  `UPDATE workflow_executions SET status = 'pending', status_record = -1, diverged = false, step_rows = 0,
     sequence = coalesce((SELECT max(sequence) FROM execution_events WHERE execution_id = $1), 0),
     steps_ended = 0, steps_told = 0, steps_done = 0, steps_known = 0, progress_percentage = 0, cost = 0,
     token_count = 0, output_data = NULL, error = NULL, error_message = NULL, started_at = NULL, completed_at = NULL, duration_ms = NULL
   WHERE id = $1`,
] as const;

/**
 * After what happened was written around steps that were kept: the log is numbered in the order of happening, without a
 * gap, and nothing differs from the history.
 */
export const JOIN_KEPT = [
  `WITH taken AS (DELETE FROM execution_events WHERE execution_id = $1 RETURNING *)
   INSERT INTO execution_events (execution_id, sequence, record, at, level, kind, path, message, data)
   SELECT execution_id, row_number() OVER (ORDER BY record), record, at, level, kind, path, message, data FROM taken`,
  `UPDATE workflow_executions SET diverged = false,
     sequence = (SELECT count(*) FROM execution_events WHERE execution_id = $1)
   WHERE id = $1`,
] as const;

/** Counts the rows that are there, so that those written next are counted once, also where they were lost before. */
export const COUNT = `
UPDATE workflow_executions e SET
  step_rows = r.rows, steps_ended = r.ended, steps_done = greatest(r.ended, e.steps_told),
  cost = r.cost, token_count = r.tokens
FROM (
  SELECT (SELECT count(*) FROM workflow_steps WHERE execution_id = $1) AS rows,
    (SELECT count(*) FROM (
      SELECT DISTINCT ON (path) status FROM workflow_steps WHERE execution_id = $1 AND right(path, 1) <> ']'
      ORDER BY path, attempt DESC) AS latest
     WHERE status IN ('completed', 'failed', 'skipped', 'cancelled')) AS ended,
    spent.cost, spent.tokens
  FROM (
    SELECT coalesce(sum(${amountOf('cost')}), 0) AS cost,
      coalesce(sum(${amountOf('token_count')}::bigint), 0) AS tokens
    FROM workflow_steps
    WHERE execution_id = $1 AND status = 'completed' AND NOT reused AND right(path, 1) <> ']') AS spent
) AS r
WHERE e.id = $1
`;
