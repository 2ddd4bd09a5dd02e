import { unusableValue } from '#definition';
import type { Json, JsonObject, Problem } from '#definition';
import { callProblem } from '../problems/to-problem-model.js';

/** What a person may send along: it travels in Temporal's history. Bytes of JSON. */
const SENT_BYTES = 64 * 1024;

interface Sent<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** A value given as the argument of that name; nothing given is null. */
export function sentValue(given: unknown, argument: string): Sent<Json> {
  const value = (given ?? null) as Json;
  const bytes = Buffer.byteLength(JSON.stringify(value));
  const unusable =
    bytes > SENT_BYTES
      ? callProblem(
          'VALUE_TOO_LARGE',
          `/${argument}`,
          `It takes ${bytes} bytes as JSON; ${SENT_BYTES} are allowed.`,
        )
      : unusableValue(value, `/${argument}`);
  return { value, problems: unusable === null ? [] : [unusable] };
}

export function sentObject(given: unknown, argument: string): Sent<JsonObject | null> {
  const { value, problems } = sentValue(given, argument);
  if (problems.length > 0 || value === null) return { value: null, problems };
  if (typeof value === 'object' && !Array.isArray(value)) return { value: value as JsonObject, problems };
  return { value: null, problems: [callProblem('BAD_INPUT', `/${argument}`, 'It has to be an object.')] };
}
