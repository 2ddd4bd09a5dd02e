import type { Json, JsonObject } from '#definition/plan';
import { MAXIMUM_DEPTH } from '../limits.js';

/** Objects are merged key by key, the later winning; everything else, lists too, is replaced as a whole. */
export function deepMerge(earlier: Json, later: Json): Json {
  return mergeAt(earlier, later, 0);
}

function mergeAt(earlier: Json, later: Json, depth: number): Json {
  if (depth > MAXIMUM_DEPTH || !isObject(earlier) || !isObject(later)) return later;
  const merged = Object.entries(later).map(([key, value]) => {
    const known = Object.hasOwn(earlier, key) ? earlier[key] : undefined;
    return [key, known === undefined ? value : mergeAt(known, value, depth + 1)] as const;
  });
  // From entries, never by assignment: a key may be called `__proto__`.
  return Object.fromEntries([...Object.entries(earlier), ...merged]);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
