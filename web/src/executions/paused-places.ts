import { ROWS_STEP } from '#definition';
import type { WorkflowDefinition } from '#definition';
import { roundOfPath, roundWords, stepIdOfPath } from './instance-path.js';

/** A place within an execution at which nothing new starts. */
export interface PausedPlace {
  readonly path: string;
  /** `“Embed”, round 4`, `Row 2`. */
  readonly words: string;
}

/**
 * The steps, rounds and containers that are paused by themselves, while the execution as a whole is not.
 * @param isOpen whether anything may still start at a path
 */
export function pausedPlaces(
  paused: ReadonlySet<string>,
  { steps }: WorkflowDefinition,
  isOpen: (path: string) => boolean,
): readonly PausedPlace[] {
  if (paused.has('')) return [];
  const names = new Map(steps.map(({ id, name }) => [id, name ?? id]));
  return [...paused].filter(isOpen).map((path) => ({ path, words: wordsFor(path, names) }));
}

function wordsFor(path: string, names: ReadonlyMap<string, string>): string {
  const round = roundOfPath(path);
  if (round?.loop === ROWS_STEP) return `Row ${round.index + 1}`;
  const stepId = stepIdOfPath(path);
  return [`“${names.get(stepId) ?? stepId}”`, ...roundWords(path)].join(', ');
}
