export const workflowTables = `
CREATE TABLE workflows (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT workflows_pkey PRIMARY KEY,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  user_id uuid NOT NULL CONSTRAINT workflows_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  collection_id uuid CONSTRAINT workflows_collection_id_fkey REFERENCES collections (id) ON DELETE SET NULL,
  status text NOT NULL DEFAULT 'draft',
  version integer NOT NULL DEFAULT 1,
  definition jsonb NOT NULL,
  is_template boolean NOT NULL DEFAULT false,
  template_category text,
  tags text[] NOT NULL DEFAULT '{}',
  published_version_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz,
  CONSTRAINT workflows_name_user_id_key UNIQUE (name, user_id),
  CONSTRAINT workflows_status_check CHECK (status IN ('draft', 'published', 'archived')),
  CONSTRAINT workflows_definition_check CHECK (is_workflow_definition(definition))
);
CREATE INDEX workflows_user_id_idx ON workflows (user_id, updated_at, id);
CREATE INDEX workflows_collection_id_idx ON workflows (collection_id);
CREATE INDEX workflows_tags_idx ON workflows USING gin (tags);

CREATE TABLE workflow_versions (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT workflow_versions_pkey PRIMARY KEY,
  workflow_id uuid NOT NULL CONSTRAINT workflow_versions_workflow_id_fkey REFERENCES workflows (id) ON DELETE CASCADE,
  number integer NOT NULL,
  definition jsonb NOT NULL,
  definition_hash text NOT NULL,
  created_by uuid CONSTRAINT workflow_versions_created_by_fkey REFERENCES users (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  note text,
  CONSTRAINT workflow_versions_workflow_id_number_key UNIQUE (workflow_id, number),
  CONSTRAINT workflow_versions_definition_check CHECK (is_workflow_definition(definition))
);
CREATE INDEX workflow_versions_definition_hash_idx ON workflow_versions (definition_hash);
-- Not created_by: deleting a user sets it to null.
CREATE TRIGGER workflow_versions_immutable
  BEFORE UPDATE OF id, workflow_id, number, definition, definition_hash, created_at, note ON workflow_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;
