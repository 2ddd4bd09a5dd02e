import type { WorkflowDefinition } from '#definition';
import { containmentOf, ROOT } from '../canvas/containment.js';
import type { StepStatus } from '../graphql/generated/graphql.js';
import { childPath, piecesOfPath, roundPath } from './instance-path.js';
import type { Round, StepRows } from './step-rows.js';

/** Rounds that somebody chose to see, by the path of their loop. */
export type RoundChoice = ReadonlyMap<string, number>;

/** Which instance of each step is drawn. */
export interface ShownInstances {
  /** By step id; missing for a step in a loop that has had no round. */
  readonly paths: ReadonlyMap<string, string>;
  /** The round that is shown, by the path of its loop. */
  readonly rounds: ReadonlyMap<string, number>;
}

/**
 * Follows the chosen rounds inward; where none is chosen, the round that wants to be looked at.
 * @param outer the loop around the whole workflow, of a run over a table
 */
export function shownInstances(
  definition: WorkflowDefinition,
  rows: StepRows,
  choice: RoundChoice,
  outer: string | null = null,
): ShownInstances {
  const { outsideIn, places } = containmentOf(definition);
  const paths = new Map<string, string>();
  const rounds = new Map<string, number>();
  /** By container id, the scope that is shown inside of it. */
  const scopes = new Map<string, string>();
  const root = outer === null ? '' : rootOf(outer);
  for (const { id, type } of outsideIn) {
    const { parent } = places.get(id) ?? ROOT;
    const scope = parent === null ? root : scopes.get(parent);
    if (scope === undefined) continue;
    const path = childPath(scope, id);
    paths.set(id, path);
    if (type !== 'loop') {
      scopes.set(id, path);
      continue;
    }
    const round = choice.get(path) ?? roundToShow([...rows.rounds(path).values()], begunRounds(rows, path));
    if (round === null) continue;
    rounds.set(path, round);
    scopes.set(id, roundPath(path, round));
  }
  return { paths, rounds };

  function rootOf(loop: string): string {
    const round = choice.get(loop) ?? roundToShow([...rows.rounds(loop).values()], 0) ?? 0;
    rounds.set(loop, round);
    return roundPath(loop, round);
  }
}

/** What people have to do comes first, then what failed, what runs, and at last what has ended. */
const order: readonly StepStatus[] = ['BLOCKED', 'WAITING', 'FAILED', 'RUNNING', 'PENDING'];

export function roundToShow(rounds: readonly Round[], begun: number): number | null {
  for (const status of order) {
    const found = rounds.find((round) => round.status === status);
    if (found) return found.index;
  }
  return rounds.at(-1)?.index ?? (begun > 0 ? 0 : null);
}

/** In the order in which they are worth looking at. */
export function byUrgency(rounds: readonly Round[]): readonly Round[] {
  const rank = ({ status }: Round) => {
    const found = order.indexOf(status);
    return found < 0 ? order.length : found;
  };
  return [...rounds].sort((left, right) => rank(left) - rank(right) || left.index - right.index);
}

/** How many rounds an ended loop had, also when their rows are not here. */
function begunRounds(rows: StepRows, loop: string): number {
  const facts = (rows.at(loop)?.output as { readonly facts?: { readonly iteration_count?: unknown } } | null)
    ?.facts;
  return typeof facts?.iteration_count === 'number' ? facts.iteration_count : 0;
}

/** The choice that brings a path into view. */
export function choiceFor(path: string, before: RoundChoice): RoundChoice {
  const choice = new Map(before);
  for (const piece of piecesOfPath(path)) {
    if (piece.round !== null) choice.set(piece.path, piece.round);
  }
  return choice;
}
