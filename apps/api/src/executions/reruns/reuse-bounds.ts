import type { Problem } from '#definition';
import type { Reuse } from '#interpreter';
import { REUSE_BYTES, jsonBytes } from '#temporal/contract';
import { callProblem } from '../../problems/to-problem-model.js';

/** Attempts and rounds of an execution that can be looked through for what to take over. */
const MOST_ROWS = 50_000;

/** Why an execution is too long to be looked through; null when it is not. */
export function tooManyRows(rows: number, isBulk: boolean): Problem | null {
  if (rows <= MOST_ROWS) return null;
  const message = `The execution has ${rows} attempts and rounds; a rerun looks through ${MOST_ROWS} at most.`;
  return tooLarge(`${message} ${otherwise(isBulk)}`);
}

/** Why all this cannot be taken over, and what can be done; null when it can be. */
export function tooMuchReuse(reuse: Reuse, isBulk: boolean): Problem | null {
  const bytes = jsonBytes(reuse);
  if (bytes <= REUSE_BYTES) return null;
  const message = `What would be taken over has ${bytes} bytes; ${REUSE_BYTES} are allowed.`;
  if (isBulk) return tooLarge(`${message} ${otherwise(isBulk)}`);
  const place = heaviest(reuse);
  return tooLarge(
    `${message} Most of it was done in "${place}": rerun from "${place}", which is then done again. ${otherwise(isBulk)}`,
  );
}

function otherwise(isBulk: boolean): string {
  return isBulk
    ? 'Run the rows that failed as a table of their own.'
    : 'To do everything again, start a new execution.';
}

/** The outermost step in which most of it was given. */
function heaviest({ outputs }: Reuse): string {
  const weights = new Map<string, number>();
  for (const [path, output] of Object.entries(outputs)) {
    const outermost = path.replace(/[[/].*$/, '');
    weights.set(outermost, (weights.get(outermost) ?? 0) + jsonBytes(output));
  }
  return [...weights].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0] as const)[0];
}

function tooLarge(message: string): Problem {
  return callProblem('REUSE_TOO_LARGE', '/from', message);
}
