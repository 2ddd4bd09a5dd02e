/** A fact of a step that is added up: what is no number, or a hostile one, counts for nothing or for little. */
export function amountOf(fact: string): string {
  return `least(greatest(CASE WHEN jsonb_typeof(output_data #> '{facts,${fact}}') = 'number'
      THEN (output_data #>> '{facts,${fact}}')::double precision END, 0), 1e12)`;
}

/**
 * One write, as one statement under the execution's row lock.
 * $1 execution, $2 steps, $3 status (an array of none or one), $4 variables, $5 conditions, $6 events.
 *
 * - A step row is inserted, or updated where the new number is higher.
 * - What was there already stays as it is and gets no second line in the log; new lines get the next
 *   delivery numbers without a gap.
 * - Ended steps, cost and tokens move by the difference between the rows before and after, so that
 *   repeating a write adds nothing; what was taken over cost nothing. A step instance has ended when its latest attempt has. The
 *   rounds of loops, whose paths end in "]", are rows like others and count for none of this.
 * - A status record tells how many steps are done, and its rows may come after it. So what was told is kept apart from
 *   what was counted, and as many are done as the higher of the two says.
 * - An execution that has ended keeps its status for good, unless the line of a record differs from the one that is
 *   there: then what was written came from a workflow task that Temporal did not accept, and went another way when it
 *   was done again. What comes later is the truth; the tables are marked to be made anew from the history.
 * - What is there already is looked up row by row (OFFSET 0, subqueries): the plan is kept from when
 *   the tables were small, and one that scans an execution gets slower with every round of a loop.
 */
export const WRITE = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS r(
    path text, "parentPath" text, attempt integer, "stepId" text, "stepType" text, "stepName" text,
    iteration integer, status text, input jsonb, output jsonb, configuration jsonb, error jsonb, reason text, warnings jsonb,
    reused boolean, sequence integer, since integer, "startedAt" double precision, "completedAt" double precision,
    due double precision, known integer)
), before AS (
  SELECT s.path, s.attempt, s.status, s.output_data, s.reused
  FROM (SELECT DISTINCT path FROM given) AS g CROSS JOIN LATERAL (
    SELECT path, attempt, status, output_data, reused FROM workflow_steps
    WHERE execution_id = $1 AND path = g.path OFFSET 0) AS s
), written AS (
  INSERT INTO workflow_steps AS s (execution_id, path, parent_path, attempt, step_id, step_type, step_name,
    iteration, status, input_data, output_data, configuration, error, error_message, reason, warnings, reused, sequence, retry_count,
    started_at, completed_at, duration_ms, due_at)
  SELECT $1, path, "parentPath", attempt, "stepId", "stepType", "stepName", iteration, status, input, output,
    configuration, error, error ->> 'message', reason, warnings, reused, sequence, attempt - 1,
    to_timestamp("startedAt" / 1000), to_timestamp("completedAt" / 1000),
    greatest("completedAt" - "startedAt", 0)::bigint, to_timestamp(due / 1000)
  FROM given ORDER BY since
  ON CONFLICT (execution_id, path, attempt) DO UPDATE SET
    status = excluded.status,
    input_data = coalesce(excluded.input_data, s.input_data),
    output_data = coalesce(excluded.output_data, s.output_data),
    configuration = coalesce(excluded.configuration, s.configuration),
    error = excluded.error,
    error_message = excluded.error_message,
    reason = excluded.reason,
    warnings = CASE WHEN excluded.warnings = '[]' THEN s.warnings ELSE excluded.warnings END,
    reused = excluded.reused,
    progress = CASE WHEN excluded.completed_at IS NULL THEN s.progress END,
    sequence = excluded.sequence,
    started_at = coalesce(s.started_at, excluded.started_at),
    completed_at = excluded.completed_at,
    due_at = excluded.due_at,
    duration_ms = greatest(extract(epoch FROM
      excluded.completed_at - coalesce(s.started_at, excluded.started_at)) * 1000, 0)::bigint
  WHERE s.sequence < excluded.sequence
  RETURNING s.path, s.attempt, s.sequence, s.status, s.output_data, s.reused
), used AS (
  SELECT path, 1 AS side, output_data FROM written WHERE status = 'completed' AND NOT reused
  UNION ALL
  SELECT b.path, -1, b.output_data FROM before b JOIN written w USING (path, attempt)
  WHERE b.status = 'completed' AND NOT b.reused
), spent AS (
  SELECT
    coalesce(sum(side * ${amountOf('cost')}), 0) AS cost,
    coalesce(sum(side * ${amountOf('token_count')}::bigint), 0) AS tokens
  FROM used WHERE right(path, 1) <> ']'
), latest_before AS (
  SELECT DISTINCT ON (path) path, attempt, status FROM before WHERE right(path, 1) <> ']'
  ORDER BY path, attempt DESC
), latest_after AS (
  SELECT DISTINCT ON (path) path, status
  FROM (SELECT path, attempt, 1 AS side, status FROM written WHERE right(path, 1) <> ']'
    UNION ALL SELECT path, attempt, 0, status FROM latest_before) AS both_sides
  ORDER BY path, attempt DESC, side DESC
), ended AS (
  SELECT (SELECT count(*) FROM latest_after WHERE status IN ('completed', 'failed', 'skipped', 'cancelled'))
    - (SELECT count(*) FROM latest_before WHERE status IN ('completed', 'failed', 'skipped', 'cancelled')) AS more,
    (SELECT count(*) FROM written) - (SELECT count(*) FROM before JOIN written USING (path, attempt)) AS added
), variables AS (
  INSERT INTO workflow_variables (execution_id, scope_path, name, value, sequence, created_at)
  SELECT $1, "scopePath", name, coalesce(value, 'null'), sequence, to_timestamp(at / 1000)
  FROM jsonb_to_recordset($4::jsonb)
    AS r("scopePath" text, name text, value jsonb, sequence integer, at double precision)
  ON CONFLICT DO NOTHING
), conditions AS (
  INSERT INTO workflow_conditions (execution_id, path, connection_id, expression, operands, result, sequence, created_at)
  SELECT $1, path, "connectionId", expression, operands, result, sequence, to_timestamp(at / 1000)
  FROM jsonb_to_recordset($5::jsonb) AS r(path text, "connectionId" text, expression text, operands jsonb,
    result text, sequence integer, at double precision)
  ON CONFLICT DO NOTHING
), lines AS (
  SELECT r.*, there.kind IS NOT NULL AS known,
    (there.kind, there.path, there.at) IS DISTINCT FROM (r.kind, r.path, to_timestamp(r.at / 1000)) AS differs
  FROM jsonb_to_recordset($6::jsonb) AS r(record integer, at double precision, level text, kind text, path text,
    message text, data jsonb, "onlyIfApplied" boolean)
  LEFT JOIN LATERAL (SELECT kind, path, at FROM execution_events
    WHERE execution_id = $1 AND record = r.record OFFSET 0) AS there ON true
  WHERE NOT r."onlyIfApplied"
    OR EXISTS (SELECT FROM written w WHERE w.path = r.path AND w.sequence = r.record)
), parted AS (
  SELECT EXISTS (SELECT FROM lines WHERE known AND differs) AS parts
), fresh AS (
  SELECT lines.*, row_number() OVER (ORDER BY record) AS position FROM lines WHERE NOT known
), logged AS (
  INSERT INTO execution_events (execution_id, sequence, record, at, level, kind, path, message, data)
  SELECT $1, e.sequence + f.position, f.record, to_timestamp(f.at / 1000), f.level, f.kind, f.path, f.message, f.data
  FROM fresh f, workflow_executions e WHERE e.id = $1
  RETURNING sequence
), news AS (
  SELECT * FROM jsonb_to_recordset($3::jsonb) AS r(status text, done integer, known integer, output jsonb,
    error jsonb, sequence integer, "startedAt" double precision, "completedAt" double precision)
), merged AS (
  SELECT parts AND e.status IN ('completed', 'failed', 'cancelled') AS reopens, parts, coalesce(parts OR (news.sequence > e.status_record
      AND e.status NOT IN ('completed', 'failed', 'cancelled')), false) AND news.status IS NOT NULL AS applies,
    greatest(e.steps_ended + ended.more, 0) AS ended, e.steps_told, e.steps_known, e.completed_at AS was_completed_at,
    (SELECT max(known) FROM given) AS loops_known, ended.added, spent.cost, spent.tokens,
    news.status, news.done AS news_done, news.known AS news_known, news.output, news.error, news.sequence,
    to_timestamp(news."startedAt" / 1000) AS started_at, to_timestamp(news."completedAt" / 1000) AS completed_at
  FROM workflow_executions e CROSS JOIN ended CROSS JOIN spent CROSS JOIN parted LEFT JOIN news ON true
  WHERE e.id = $1
), next AS (
  SELECT * FROM merged
  CROSS JOIN LATERAL (SELECT CASE WHEN applies OR reopens THEN completed_at ELSE was_completed_at END AS closed_at) AS c
  CROSS JOIN LATERAL (SELECT greatest(steps_told, CASE WHEN applies THEN news_done END) AS told) AS t
  CROSS JOIN LATERAL (SELECT greatest(ended, told) AS done) AS d
  CROSS JOIN LATERAL (SELECT greatest(done, CASE WHEN applies THEN news_known ELSE steps_known END,
    CASE WHEN closed_at IS NULL THEN loops_known END) AS known) AS k
)
UPDATE workflow_executions e SET
  sequence = coalesce((SELECT max(sequence) FROM logged), e.sequence),
  cost = e.cost + n.cost,
  token_count = e.token_count + n.tokens,
  steps_ended = n.ended,
  steps_told = n.told,
  steps_done = n.done,
  steps_known = n.known,
  step_rows = e.step_rows + n.added,
  progress_percentage = CASE
    WHEN (CASE WHEN n.applies THEN n.status ELSE e.status END) = 'completed' THEN 100
    WHEN n.known = 0 THEN 0
    ELSE least(99, 100.0 * n.done / n.known) END,
  status = CASE WHEN n.applies THEN n.status WHEN n.reopens THEN 'running' ELSE e.status END,
  status_record = CASE WHEN n.applies THEN n.sequence WHEN n.reopens THEN -1 ELSE e.status_record END,
  output_data = CASE WHEN n.applies OR n.reopens THEN n.output ELSE e.output_data END,
  error = CASE WHEN n.applies OR n.reopens THEN n.error ELSE e.error END,
  error_message = CASE WHEN n.applies OR n.reopens THEN n.error ->> 'message' ELSE e.error_message END,
  started_at = least(e.started_at, n.started_at),
  completed_at = n.closed_at,
  duration_ms = greatest(extract(epoch FROM n.closed_at - least(e.started_at, n.started_at)) * 1000, 0)::bigint,
  diverged = e.diverged OR n.parts,
  updated_at = now()
FROM next n
WHERE e.id = $1
RETURNING pg_notify('execution_events', format('{"id":"%s","sequence":%s}', e.id, e.sequence))
`;

/** Serialises the writes of one execution, and gives the identity of a step attempt ($2 path, $3 attempt) when it is there. */
export const LOCK = `
SELECT s.step_id AS "stepId", s.step_type AS "stepType", s.step_name AS "stepName"
FROM workflow_executions e
LEFT JOIN workflow_steps s ON s.execution_id = e.id AND s.path = $2 AND s.attempt = $3
WHERE e.id = $1
FOR NO KEY UPDATE OF e
`;

/** What the attempts of a step instance ($2) up to one ($3) came to. */
export const ATTEMPTS = `
SELECT attempt, status, sequence, step_id AS "stepId", step_type AS "stepType", step_name AS "stepName",
  output_data AS output, error, round(extract(epoch FROM started_at) * 1000)::double precision AS "startedAt",
  round(extract(epoch FROM completed_at) * 1000)::double precision AS "completedAt"
FROM workflow_steps
WHERE execution_id = $1 AND path = $2 AND attempt <= $3
ORDER BY attempt
`;

/** Says how far a running step is, without a line in the log and without the execution's lock. */
export const PROGRESS = `
WITH moved AS (
  UPDATE workflow_steps SET progress = $4::jsonb
  WHERE execution_id = $1 AND path = $2 AND attempt = $3 AND status = 'running'
  RETURNING execution_id
)
SELECT pg_notify('execution_events', format('{"id":"%s","sequence":%s}', e.id, e.sequence))
FROM workflow_executions e JOIN moved ON moved.execution_id = e.id
`;
