import type { Problem } from '../problem.js';

/** A problem of what an execution is given rather than of a definition: `path` points into the call. */
export function inputProblem(code: 'BAD_INPUT' | 'MISSING_INPUT', path: string, message: string): Problem {
  return { code, severity: 'error', message, path };
}
