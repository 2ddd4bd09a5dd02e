import type { Json } from '../json.js';

const LONGEST_TEXT = 200;
const MOST_ENTRIES = 20;

/** A value as it is kept beside a decision: small ones whole, big ones by what they are. */
export function summarise(value: Json): Json {
  if (typeof value === 'string')
    return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Array.isArray(value) ? (value as readonly Json[]) : Object.values(value);
  const small =
    entries.length <= MOST_ENTRIES && entries.every((entry) => typeof entry !== 'object' || entry === null);
  if (!small)
    return Array.isArray(value) ? `list of ${entries.length}` : `object of ${entries.length} fields`;
  return Array.isArray(value)
    ? (value as readonly Json[]).map(summarise)
    : Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, summarise(entry)]));
}
