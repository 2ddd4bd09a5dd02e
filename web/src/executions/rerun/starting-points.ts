import { ROWS_STEP } from '#definition';
import type { StepRowFragment } from '../../graphql/generated/graphql.js';
import { statusLook } from '../../ui/status.js';
import { roundOfPath, roundWords } from '../instance-path.js';

/** A place that a rerun can start from. */
export interface StartingPoint {
  /** Its instance path. */
  readonly value: string;
  readonly label: string;
}

/** Steps and rounds that an execution came to, in the order they came up. */
export function startingPoints(rows: readonly StepRowFragment[]): readonly StartingPoint[] {
  const last = new Map(rows.map((row) => [row.path, row]));
  return [...last.values()].flatMap(({ path, name, status }) => {
    if (path === ROWS_STEP) return [];
    const round = roundOfPath(path);
    const place = roundWords(path).join(', ');
    const what = round?.loop === ROWS_STEP ? capitalised(place) : place === '' ? name : `${name}, ${place}`;
    return [{ value: path, label: `${what} (${statusLook(status).label.toLowerCase()})` }];
  });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
