export const peopleTables = `
CREATE TABLE users (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT users_pkey PRIMARY KEY,
  email text NOT NULL,
  display_name text NOT NULL,
  password_hash text NOT NULL,
  role text NOT NULL DEFAULT 'member',
  created_at timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz,
  CONSTRAINT users_role_check CHECK (role IN ('admin', 'member'))
);
CREATE UNIQUE INDEX users_email_key ON users (lower(email));

CREATE TABLE sessions (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT sessions_pkey PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT sessions_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  family uuid NOT NULL,
  token_hash text NOT NULL CONSTRAINT sessions_token_hash_key UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  rotated_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX sessions_user_id_idx ON sessions (user_id);
CREATE INDEX sessions_family_idx ON sessions (family);

CREATE TABLE collections (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT collections_pkey PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT collections_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  embedding_model text,
  embedding_dimensions integer,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX collections_user_id_idx ON collections (user_id, created_at, id);
`;
