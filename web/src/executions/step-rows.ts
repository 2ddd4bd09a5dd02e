import type { StepRowFragment, StepStatus } from '../graphql/generated/graphql.js';
import { piecesOfPath, roundOfPath } from './instance-path.js';
import { readableTimes } from './readable-times.js';
import { whyOf } from './why-of.js';

/** How a round of a loop stands. */
export interface Round {
  readonly index: number;
  readonly status: StepStatus;
  /** Why it waits, is blocked or failed; empty when there is nothing to say. */
  readonly why: string;
}

/** Attempts and rounds of an execution, found by their paths. */
export interface StepRows {
  /** The last attempt there. */
  readonly at: (path: string) => StepRowFragment | undefined;
  /** Every attempt there, in order. */
  readonly attempts: (path: string) => readonly StepRowFragment[];
  /** The rounds of a loop that are known, by their number. */
  readonly rounds: (loop: string) => ReadonlyMap<number, Round>;
  readonly all: readonly StepRowFragment[];
}

const none: ReadonlyMap<number, Round> = new Map();

export function stepRows(all: readonly StepRowFragment[]): StepRows {
  const byPath = new Map<string, StepRowFragment[]>();
  for (const row of all) {
    const known = byPath.get(row.path);
    if (!known) byPath.set(row.path, [row]);
    else if (!known.some(({ attempt }) => attempt === row.attempt)) known.push(row);
  }
  for (const attempts of byPath.values()) attempts.sort((left, right) => left.attempt - right.attempt);
  const rounds = new Map<string, Map<number, Round>>();
  for (const attempts of byPath.values()) {
    const last = attempts.at(-1);
    if (last) noteRounds(rounds, last);
  }
  return {
    at: (path) => byPath.get(path)?.at(-1),
    attempts: (path) => byPath.get(path) ?? [],
    rounds: (loop) => rounds.get(loop) ?? none,
    all,
  };
}

/** The worse of two statuses tells how a round stands that has not ended. */
const weight: Readonly<Record<StepStatus, number>> = {
  BLOCKED: 5,
  WAITING: 4,
  RUNNING: 3,
  PENDING: 2,
  COMPLETED: 1,
  FAILED: 1,
  SKIPPED: 1,
  CANCELLED: 1,
};

function noteRounds(rounds: Map<string, Map<number, Round>>, row: StepRowFragment): void {
  const own = roundOfPath(row.path);
  for (const { path, round: index } of piecesOfPath(row.path)) {
    if (index === null) continue;
    const known = rounds.get(path) ?? new Map<number, Round>();
    rounds.set(path, known);
    if (own?.loop === path && own.index === index) {
      known.set(index, roundOfRow(index, row));
      continue;
    }
    const open = isOpen(row.status);
    const status = open ? row.status : 'RUNNING';
    const before = known.get(index);
    if (before && (!isOpen(before.status) || weight[before.status] >= weight[status])) continue;
    known.set(index, { index, status, why: open ? whyOf(row) : '' });
  }
}

/** A round as its own row tells it, which it gets when it has ended. */
export function roundOfRow(index: number, { status, error, reason }: StepRowFragment): Round {
  return { index, status, why: error?.message ?? readableTimes(reason ?? '') };
}

/** Whether something may still happen there. */
export function isOpen(status: StepStatus): boolean {
  return weight[status] > 1;
}
