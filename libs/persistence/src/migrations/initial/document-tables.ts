export const documentTables = `
CREATE TABLE blobs (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT blobs_pkey PRIMARY KEY,
  sha256 text CONSTRAINT blobs_sha256_key UNIQUE,
  bytes integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT blobs_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE TABLE blob_parts (
  blob_id uuid NOT NULL CONSTRAINT blob_parts_blob_id_fkey REFERENCES blobs (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  data bytea NOT NULL,
  CONSTRAINT blob_parts_pkey PRIMARY KEY (blob_id, ordinal)
);
-- Documents are mostly compressed already.
ALTER TABLE blob_parts ALTER COLUMN data SET STORAGE EXTERNAL;

CREATE TABLE documents (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT documents_pkey PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT documents_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  collection_id uuid CONSTRAINT documents_collection_id_fkey REFERENCES collections (id) ON DELETE CASCADE,
  name text NOT NULL,
  source text NOT NULL DEFAULT 'upload',
  media_type text,
  sha256 text NOT NULL CONSTRAINT documents_sha256_fkey REFERENCES blobs (sha256),
  bytes integer NOT NULL,
  title text,
  page_count integer,
  status text NOT NULL DEFAULT 'uploaded',
  error_code text,
  error_message text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT documents_status_check CHECK (status IN ('uploaded', 'ready', 'failed'))
);
CREATE INDEX documents_user_id_idx ON documents (user_id, created_at, id);
CREATE INDEX documents_collection_id_idx ON documents (collection_id, id);
CREATE INDEX documents_sha256_idx ON documents (sha256);

CREATE TABLE extractions (
  sha256 text NOT NULL CONSTRAINT extractions_sha256_fkey REFERENCES blobs (sha256) ON DELETE CASCADE,
  reader_version text NOT NULL,
  media_type text NOT NULL,
  title text,
  page_count integer,
  text text NOT NULL,
  blocks jsonb NOT NULL,
  warnings jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT extractions_pkey PRIMARY KEY (sha256, reader_version)
);

CREATE TABLE chunk_sets (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT chunk_sets_pkey PRIMARY KEY,
  document_id uuid NOT NULL CONSTRAINT chunk_sets_document_id_fkey REFERENCES documents (id) ON DELETE CASCADE,
  chunker text NOT NULL,
  chunk_count integer NOT NULL,
  token_count bigint NOT NULL,
  term_count bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT chunk_sets_document_id_chunker_key UNIQUE (document_id, chunker)
);
CREATE INDEX chunk_sets_document_id_idx ON chunk_sets (document_id, id);

CREATE TABLE chunks (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT chunks_pkey PRIMARY KEY,
  set_id bigint NOT NULL CONSTRAINT chunks_set_id_fkey REFERENCES chunk_sets (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  text text NOT NULL,
  page integer,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  heading_path jsonb NOT NULL,
  token_count integer NOT NULL,
  terms tsvector NOT NULL,
  term_count integer NOT NULL,
  CONSTRAINT chunks_set_id_ordinal_key UNIQUE (set_id, ordinal)
);
-- A short pending list, which the chunk store empties after every set: a search has to read it through.
CREATE INDEX chunks_terms_idx ON chunks USING gin (terms) WITH (gin_pending_list_limit = 1024);

CREATE TABLE chunk_vectors (
  chunk_id bigint NOT NULL CONSTRAINT chunk_vectors_chunk_id_fkey REFERENCES chunks (id) ON DELETE CASCADE,
  model text NOT NULL,
  set_id bigint NOT NULL CONSTRAINT chunk_vectors_set_id_fkey REFERENCES chunk_sets (id) ON DELETE CASCADE,
  dimensions integer NOT NULL,
  vector bytea NOT NULL,
  CONSTRAINT chunk_vectors_pkey PRIMARY KEY (chunk_id, model),
  CONSTRAINT chunk_vectors_vector_check CHECK (octet_length(vector) = 4 * dimensions)
);
CREATE INDEX chunk_vectors_set_id_model_idx ON chunk_vectors (set_id, model, chunk_id);
-- Floats do not compress.
ALTER TABLE chunk_vectors ALTER COLUMN vector SET STORAGE EXTERNAL;

CREATE TABLE artifacts (
  sha256 text NOT NULL CONSTRAINT artifacts_pkey PRIMARY KEY,
  kind text NOT NULL,
  bytes integer NOT NULL,
  content bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE artifacts ALTER COLUMN content SET STORAGE EXTERNAL;
`;
