import type { Problem } from '#definition';

type PrintedProblem = Pick<Problem, 'code' | 'severity' | 'message' | 'path'>;

/** One problem a line: severity, place, what is wrong, code. */
export function problemLines(problems: readonly PrintedProblem[]): string {
  return problems
    .map(
      (problem) =>
        `${problem.severity.toLowerCase()}  ${problem.path || '/'}  ${problem.message}  [${problem.code}]\n`,
    )
    .join('');
}
