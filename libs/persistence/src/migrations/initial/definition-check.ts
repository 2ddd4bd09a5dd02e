/**
 * The shape and bounds no definition may leave, whoever writes it: an object with a version, at most
 * 2,000 steps that have an id and a type, at most 4,000 connections. Never null, so that the
 * constraint can not pass by accident; strict paths, because lax ones look into lists of lists. The
 * language itself is checked by `#definition`.
 */
export const definitionCheck = `
CREATE FUNCTION is_workflow_definition(definition jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN definition IS NULL OR jsonb_typeof(definition) <> 'object' THEN false
    WHEN coalesce(jsonb_typeof(definition -> 'schemaVersion'), '') <> 'number' THEN false
    WHEN coalesce(jsonb_typeof(definition -> 'steps'), '') <> 'array' THEN false
    WHEN coalesce(jsonb_typeof(definition -> 'connections'), 'array') <> 'array' THEN false
    WHEN coalesce(jsonb_typeof(definition -> 'inputs'), 'object') <> 'object' THEN false
    WHEN coalesce(jsonb_typeof(definition -> 'variables'), 'object') <> 'object' THEN false
    WHEN coalesce(jsonb_typeof(definition -> 'metadata'), 'object') <> 'object' THEN false
    WHEN jsonb_array_length(definition -> 'steps') > 2000 THEN false
    WHEN jsonb_array_length(coalesce(definition -> 'connections', '[]')) > 4000 THEN false
    WHEN jsonb_path_exists(definition, 'strict $.steps[*] ? (@.type() != "object")') THEN false
    WHEN jsonb_path_exists(jsonb_build_array(coalesce(definition -> 'connections', '[]')),
      'strict $[*][*] ? (@.type() != "object")') THEN false
    WHEN jsonb_path_exists(definition, '$.steps[*] ? (!(@."id".type() == "string" && @."type".type() == "string"))') THEN false
    WHEN jsonb_path_exists(definition, '$.connections[*] ? (!(@."sourceStep".type() == "string" && @."targetStep".type() == "string"))') THEN false
    ELSE octet_length(definition::text) <= 2097152
  END
$$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
`;
