export const executionTables = `
CREATE TABLE workflow_executions (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT workflow_executions_pkey PRIMARY KEY,
  workflow_id uuid CONSTRAINT workflow_executions_workflow_id_fkey REFERENCES workflows (id) ON DELETE SET NULL,
  user_id uuid NOT NULL CONSTRAINT workflow_executions_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  version_id uuid CONSTRAINT workflow_executions_version_id_fkey
    REFERENCES workflow_versions (id) ON DELETE SET NULL,
  version integer NOT NULL,
  definition_hash text NOT NULL,
  execution_name text NOT NULL,
  execution_graph jsonb NOT NULL,
  input_data jsonb NOT NULL,
  documents jsonb,
  output_data jsonb,
  status text NOT NULL DEFAULT 'pending',
  steps_done integer NOT NULL DEFAULT 0,
  steps_known integer NOT NULL DEFAULT 0,
  progress_percentage double precision NOT NULL DEFAULT 0,
  error jsonb,
  error_message text,
  cost double precision NOT NULL DEFAULT 0,
  token_count bigint NOT NULL DEFAULT 0,
  sequence integer NOT NULL DEFAULT 0,
  status_record integer NOT NULL DEFAULT -1,
  idempotency_key text,
  trigger text NOT NULL DEFAULT 'manual',
  rerun_of uuid CONSTRAINT workflow_executions_rerun_of_fkey REFERENCES workflow_executions (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  completed_at timestamptz,
  duration_ms bigint,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workflow_executions_user_id_idempotency_key_key UNIQUE (user_id, idempotency_key),
  CONSTRAINT workflow_executions_status_check CHECK (status IN ('pending', 'running', 'paused', 'waiting',
    'blocked', 'cancelling', 'compensating', 'completed', 'failed', 'cancelled'))
) WITH (fillfactor = 80);
CREATE INDEX workflow_executions_user_id_idx ON workflow_executions (user_id, created_at, id);
CREATE INDEX workflow_executions_workflow_id_idx ON workflow_executions (workflow_id, created_at, id);
CREATE INDEX workflow_executions_version_id_idx ON workflow_executions (version_id);
CREATE INDEX workflow_executions_status_idx ON workflow_executions (user_id, status, created_at);
-- What the reconciler looks through; not by updated_at, which would cost every write an index entry.
CREATE INDEX workflow_executions_open_idx ON workflow_executions (created_at, id)
  WHERE status NOT IN ('completed', 'failed', 'cancelled');

CREATE TABLE workflow_steps (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT workflow_steps_pkey PRIMARY KEY,
  execution_id uuid NOT NULL CONSTRAINT workflow_steps_execution_id_fkey
    REFERENCES workflow_executions (id) ON DELETE CASCADE,
  path text NOT NULL,
  attempt integer NOT NULL,
  step_id text NOT NULL,
  step_type text NOT NULL,
  step_name text NOT NULL,
  iteration integer,
  status text NOT NULL,
  input_data jsonb,
  output_data jsonb,
  configuration jsonb,
  error jsonb,
  error_message text,
  reason text,
  warnings jsonb NOT NULL DEFAULT '[]',
  progress jsonb,
  sequence integer NOT NULL,
  retry_count integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  completed_at timestamptz,
  duration_ms bigint,
  CONSTRAINT workflow_steps_execution_id_path_attempt_key UNIQUE (execution_id, path, attempt),
  CONSTRAINT workflow_steps_status_check CHECK (status IN ('pending', 'running', 'waiting', 'blocked',
    'completed', 'failed', 'skipped', 'cancelled'))
);

CREATE TABLE workflow_variables (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT workflow_variables_pkey PRIMARY KEY,
  execution_id uuid NOT NULL CONSTRAINT workflow_variables_execution_id_fkey
    REFERENCES workflow_executions (id) ON DELETE CASCADE,
  scope_path text NOT NULL,
  name text NOT NULL,
  value jsonb NOT NULL,
  sequence integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workflow_variables_execution_id_scope_path_name_sequence_key
    UNIQUE (execution_id, scope_path, name, sequence)
);

CREATE TABLE workflow_conditions (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT workflow_conditions_pkey PRIMARY KEY,
  execution_id uuid NOT NULL CONSTRAINT workflow_conditions_execution_id_fkey
    REFERENCES workflow_executions (id) ON DELETE CASCADE,
  path text NOT NULL,
  connection_id text,
  expression text NOT NULL,
  operands jsonb NOT NULL,
  result text NOT NULL,
  sequence integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workflow_conditions_execution_id_sequence_key UNIQUE (execution_id, sequence),
  CONSTRAINT workflow_conditions_result_check CHECK (result IN ('true', 'false', 'unknown'))
);

CREATE TABLE execution_events (
  execution_id uuid NOT NULL CONSTRAINT execution_events_execution_id_fkey
    REFERENCES workflow_executions (id) ON DELETE CASCADE,
  sequence integer NOT NULL,
  record integer NOT NULL,
  at timestamptz NOT NULL,
  level text NOT NULL,
  kind text NOT NULL,
  path text,
  message text NOT NULL,
  data jsonb,
  CONSTRAINT execution_events_pkey PRIMARY KEY (execution_id, sequence),
  CONSTRAINT execution_events_execution_id_record_key UNIQUE (execution_id, record),
  CONSTRAINT execution_events_level_check CHECK (level IN ('debug', 'info', 'warning', 'error'))
);
CREATE TRIGGER execution_events_append_only BEFORE UPDATE ON execution_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;
