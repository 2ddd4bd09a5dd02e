import type { Problem } from '#definition';
import { ProblemSeverity } from './problem.model.js';
import type { ProblemModel } from './problem.model.js';

const SEVERITIES = {
  error: ProblemSeverity.ERROR,
  warning: ProblemSeverity.WARNING,
  hint: ProblemSeverity.HINT,
} as const;

export function toProblemModel(problem: Problem): ProblemModel {
  return {
    code: problem.code,
    severity: SEVERITIES[problem.severity],
    message: problem.message,
    path: problem.path,
    stepId: problem.stepId ?? null,
    connectionId: problem.connectionId ?? null,
    field: problem.field ?? null,
    span: problem.span ?? null,
  };
}

/** A problem of a call rather than of a definition: `path` points into its arguments; `stepId` when it is about one. */
export function callProblem(code: string, path: string, message: string, stepId?: string): Problem {
  return { code, severity: 'error', message, path, ...(stepId !== undefined && { stepId }) };
}
