import { ROWS_STEP } from '#definition';

/** One piece of a path such as `each[3]/embed`: a step, and of a loop perhaps a round. */
export interface PathPiece {
  readonly stepId: string;
  /** Path of the step itself. */
  readonly path: string;
  readonly round: number | null;
}

/** The pieces of an instance path, from the outside in. */
export function piecesOfPath(path: string): readonly PathPiece[] {
  if (path === '') return [];
  const pieces: PathPiece[] = [];
  let before = '';
  for (const part of path.split('/')) {
    const [, stepId = part, round] = /^(.*?)(?:\[(\d+)\])?$/.exec(part) ?? [];
    pieces.push({ stepId, path: `${before}${stepId}`, round: round === undefined ? null : Number(round) });
    before += `${part}/`;
  }
  return pieces;
}

/** The round that a path is the path of, with its loop's; null for the path of a step. */
export function roundOfPath(path: string): { readonly loop: string; readonly index: number } | null {
  const [, loop, index] = /^(.*)\[(\d+)\]$/.exec(path) ?? [];
  return loop === undefined ? null : { loop, index: Number(index) };
}

export function stepIdOfPath(path: string): string {
  return piecesOfPath(path).at(-1)?.stepId ?? '';
}

export function roundPath(loop: string, index: number): string {
  return `${loop}[${index}]`;
}

export function childPath(scope: string, stepId: string): string {
  return scope === '' ? stepId : `${scope}/${stepId}`;
}

/** `round 4`, or `row 2` of a table of inputs: what a path stands in, from the outside in. */
export function roundWords(path: string): readonly string[] {
  return piecesOfPath(path).flatMap(({ path: loop, round }) =>
    round === null ? [] : [roundWord(loop, round)],
  );
}

export function roundWord(loop: string, index: number): string {
  return `${loop === ROWS_STEP ? 'row' : 'round'} ${index + 1}`;
}

/** Whether a path is another or stands inside of it; everything is inside the empty path. */
export function isWithin(path: string, container: string): boolean {
  if (container === '' || path === container) return true;
  return path.startsWith(`${container}/`) || path.startsWith(`${container}[`);
}
