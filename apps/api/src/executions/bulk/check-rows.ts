import { checkInputs } from '#definition';
import type { InputDeclaration, JsonObject, Problem } from '#definition';
import { callProblem } from '../../problems/to-problem-model.js';

const MOST_ROWS = 100_000;
/** Bytes of JSON, all rows together. */
export const ROWS_BYTES = 50 * 1024 * 1024;
/** The engine reads as many rows at once, */
const PAGE_ROWS = 200;
/** and takes no more than this for them. Bytes of JSON. */
const PAGE_BYTES = 1024 * 1024;
const MOST_PROBLEMS = 100;

export interface CheckedRows {
  /** With the defaults filled in. */
  readonly rows: readonly JsonObject[];
  readonly problems: readonly Problem[];
}

/** Checks each row against what the workflow asks for; says what is wrong with a hundred, and how much more there is. */
export function checkRows(
  declarations: Readonly<Record<string, InputDeclaration>>,
  given: readonly unknown[],
  hasDocuments: boolean,
): CheckedRows {
  if (given.length === 0) return refused('There are no rows.');
  if (given.length > MOST_ROWS)
    return refused(`There are ${given.length} rows; ${MOST_ROWS} are allowed at once.`);
  const problems: Problem[] = [];
  let wrong = 0;
  const rows = given.map((row, index) => {
    const { values, problems: found } = checkInputs(declarations, row, hasDocuments);
    wrong += found.length;
    problems.push(...found.slice(0, MOST_PROBLEMS - problems.length).map((one) => ofRow(one, index)));
    return values;
  });
  if (wrong > problems.length) {
    const message = `${wrong - problems.length} more problems in the rows are not shown.`;
    problems.push(callProblem('MORE_PROBLEMS', '/rows', message));
  }
  const tooLarge = problems.length === 0 ? sizeProblem(rows) : null;
  return { rows, problems: tooLarge === null ? problems : [tooLarge] };
}

/** Rows are counted from 1 for people, from 0 in the path. */
function ofRow(problem: Problem, index: number): Problem {
  const { path, message } = problem;
  return {
    ...problem,
    path: `/rows/${index}${path.replace(/^\/input/, '')}`,
    message: `Row ${index + 1}: ${message}`,
  };
}

function sizeProblem(rows: readonly JsonObject[]): Problem | null {
  let all = 0;
  for (let from = 0; from < rows.length; from += PAGE_ROWS) {
    const page = rows.slice(from, from + PAGE_ROWS);
    const bytes = Buffer.byteLength(JSON.stringify(page));
    all += bytes;
    if (bytes > PAGE_BYTES) {
      const message = `Rows ${from + 1} to ${from + page.length} take ${bytes} bytes as JSON; ${PAGE_BYTES} are allowed for ${PAGE_ROWS} rows. Upload big content as documents.`;
      return callProblem('ROWS_TOO_LARGE', `/rows/${from}`, message);
    }
    if (all > ROWS_BYTES)
      return callProblem('ROWS_TOO_LARGE', '/rows', `The rows take more than ${ROWS_BYTES} bytes as JSON.`);
  }
  return null;
}

function refused(message: string): CheckedRows {
  return { rows: [], problems: [callProblem('BAD_INPUT', '/rows', message)] };
}
