import type { Json, JsonObject } from '../json.js';

/**
 * Version 0 is the draft of the language. It spelled three things differently: a step's settings were
 * `config`, a connection ran `from` one `step.port` `to` another, and inputs and variables were lists of
 * objects with a `name`.
 */
export function fromVersion0(document: JsonObject): JsonObject {
  const { schema_version: _, ...rest } = document;
  return {
    ...rest,
    schemaVersion: 1,
    ...changed(rest, 'steps', (steps) => listOf(steps, upgradeStep)),
    ...changed(rest, 'connections', (connections) => listOf(connections, upgradeConnection)),
    ...changed(rest, 'inputs', byName),
    ...changed(rest, 'variables', byName),
  };
}

function changed(document: JsonObject, field: string, change: (value: Json) => Json): JsonObject {
  return Object.hasOwn(document, field) ? { [field]: change(document[field] as Json) } : {};
}

function listOf(value: Json, change: (entry: JsonObject) => JsonObject): Json {
  if (!Array.isArray(value)) return value;
  return (value as readonly Json[]).map((entry) => (isPlain(entry) ? change(entry) : entry));
}

function upgradeStep(step: JsonObject): JsonObject {
  if (!Object.hasOwn(step, 'config') || Object.hasOwn(step, 'configuration')) return step;
  const { config, ...rest } = step;
  return { ...rest, configuration: config as Json };
}

function upgradeConnection(connection: JsonObject): JsonObject {
  const { from, to, ...rest } = connection;
  return { ...rest, ...end(from, 'source', 'Output'), ...end(to, 'target', 'Input') };
}

/** `search.out` is the step `search` and its port `out`; without a dot, the usual port. */
function end(value: Json | undefined, side: 'source' | 'target', port: 'Output' | 'Input'): JsonObject {
  if (value === undefined) return {};
  if (typeof value !== 'string') return { [`${side}Step`]: value };
  const dot = value.lastIndexOf('.');
  return dot === -1
    ? { [`${side}Step`]: value }
    : { [`${side}Step`]: value.slice(0, dot), [`${side}${port}`]: value.slice(dot + 1) };
}

/** Entries without a usable name stay a list, so that reading reports them. */
function byName(value: Json): Json {
  if (!Array.isArray(value)) return value;
  const entries = (value as readonly Json[]).map((entry): readonly [string, Json] | null => {
    if (!isPlain(entry) || typeof entry['name'] !== 'string') return null;
    const { name, ...rest } = entry;
    return [name, rest];
  });
  const named = entries.filter((entry) => entry !== null);
  const unique = new Set(named.map(([name]) => name)).size === value.length;
  return unique ? Object.fromEntries(named) : value;
}

function isPlain(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
