import type { Json } from '../json.js';
import { jsonPointer } from '../json-pointer.js';
import { LONE_SURROGATE } from '../lone-surrogate.js';
import type { Problem } from '../problem.js';
import { inputProblem } from './input-problem.js';

/** Levels of lists and objects at most, as in a definition. */
const NESTING = 32;

/** The first thing in a value that neither the database nor an expression can take, with its place; null when all is well. */
export function unusableValue(value: Json, path: string, level = 0): Problem | null {
  if (typeof value === 'string') return unusableText(value, path);
  if (typeof value !== 'object' || value === null) return null;
  if (level === NESTING)
    return inputProblem('BAD_INPUT', path, `Values may be nested ${NESTING} levels deep at most.`);
  for (const [name, inner] of Object.entries(value)) {
    const problem =
      unusableText(name, path) ?? unusableValue(inner, `${path}${jsonPointer([name])}`, level + 1);
    if (problem !== null) return problem;
  }
  return null;
}

function unusableText(text: string, path: string): Problem | null {
  if (text.includes('\u0000'))
    return inputProblem('BAD_INPUT', path, 'A text must not hold the character NUL.');
  if (LONE_SURROGATE.test(text)) return inputProblem('BAD_INPUT', path, 'A text holds half a character.');
  return null;
}
