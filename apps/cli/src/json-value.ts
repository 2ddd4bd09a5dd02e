import type { Json } from '#definition';
import { usageError } from './exit-code.js';

/** A value written as JSON on the command line: `5`, `true`, `"text"`, `{"a": 1}`. */
export function readJson(what: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw usageError(`${what} has to be JSON, such as 5, true, '"text"' or '{"a": 1}', not ${text}.`);
  }
}

/** The same for a flag that may be left out: null then. */
export function readJsonFlag(flag: string, text: string | null): Json {
  return text === null ? null : readJson(`--${flag}`, text);
}
