import { createContext, useContext } from 'react';
import type { StepStatus } from '../graphql/generated/graphql.js';
import type { LoopCounts } from './loop-counts.js';
import type { StepRows } from './step-rows.js';

/** What the head of a loop on the canvas shows and lets one choose. */
export interface Rounds {
  readonly executionId: string;
  readonly rows: StepRows;
  readonly paths: ReadonlyMap<string, string>;
  /** The round that is shown, by the path of its loop. */
  readonly shown: ReadonlyMap<string, number>;
  readonly counts: ReadonlyMap<string, LoopCounts>;
  /** Whether rounds that have ended have to be asked for. */
  readonly paged: boolean;
  /** How a round stands; null when it has ended and its end is not here. */
  readonly statusOf: (loop: string, round: number) => StepStatus | null;
  readonly choose: (loop: string, round: number) => void;
}

export const RoundsContext = createContext<Rounds | null>(null);

export function useRounds(): Rounds | null {
  return useContext(RoundsContext);
}
