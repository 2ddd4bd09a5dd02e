/**
 * Cuts document $1 as chunker $2 already cut other documents of the same owner with the same
 * content: chunks and vectors are copied, nothing is computed. Vectors come from the last few of
 * them, since each may have been embedded by another model. Does nothing when there is none or the
 * set is there.
 */
export const ADOPT_CHUNK_SET = `
WITH twins AS (
  SELECT cs.* FROM documents d
  JOIN documents other ON other.sha256 = d.sha256 AND other.user_id = d.user_id AND other.id <> d.id
  JOIN chunk_sets cs ON cs.document_id = other.id AND cs.chunker = $2
  WHERE d.id = $1
  ORDER BY cs.id DESC LIMIT 10
), twin AS (
  SELECT * FROM twins ORDER BY id DESC LIMIT 1
), adopted AS (
  INSERT INTO chunk_sets (document_id, chunker, chunk_count, token_count, term_count)
  SELECT $1, chunker, chunk_count, token_count, term_count FROM twin
  ON CONFLICT DO NOTHING
  RETURNING id, chunk_count, token_count
), copied AS (
  INSERT INTO chunks (set_id, ordinal, text, page, start_offset, end_offset, heading_path, token_count, terms, term_count)
  SELECT a.id, c.ordinal, c.text, c.page, c.start_offset, c.end_offset, c.heading_path, c.token_count, c.terms, c.term_count
  FROM adopted a, twin t JOIN chunks c ON c.set_id = t.id
  ORDER BY c.ordinal
  RETURNING id, set_id, ordinal
), embedded AS (
  SELECT c.ordinal, v.model, max(v.chunk_id) AS chunk_id
  FROM twins t JOIN chunks c ON c.set_id = t.id JOIN chunk_vectors v ON v.chunk_id = c.id
  GROUP BY c.ordinal, v.model
), vectors AS (
  INSERT INTO chunk_vectors (chunk_id, model, set_id, dimensions, vector, input_hash)
  SELECT n.id, v.model, n.set_id, v.dimensions, v.vector, v.input_hash
  FROM copied n
  JOIN embedded e ON e.ordinal = n.ordinal
  JOIN chunk_vectors v ON v.chunk_id = e.chunk_id AND v.model = e.model
)
SELECT chunk_count AS chunks, token_count::double precision AS tokens FROM adopted
`;
