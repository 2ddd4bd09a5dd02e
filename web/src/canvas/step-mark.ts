import type { StepStatus } from '../graphql/generated/graphql.js';

/** What stands on a step besides its definition: problems in the designer, state in an execution. */
export interface StepMark {
  readonly errors: number;
  readonly warnings: number;
  /** Whether it is on the way that a chosen problem is shown by. */
  readonly lit: boolean;
  readonly run: StepRun | null;
}

export interface StepRun {
  readonly status: StepStatus;
  /** A few words: `12 of 40 documents`, `1.2 s`. */
  readonly line: string;
  /** One sentence: why it was skipped, what it waits for; empty when there is nothing to explain. */
  readonly why: string;
  /** Whether somebody keeps it from starting. */
  readonly paused: boolean;
}

export const NO_MARK: StepMark = { errors: 0, warnings: 0, lit: false, run: null };

export function sameMark(left: StepMark, right: StepMark): boolean {
  return (
    left.errors === right.errors &&
    left.warnings === right.warnings &&
    left.lit === right.lit &&
    left.run?.status === right.run?.status &&
    left.run?.line === right.run?.line &&
    left.run?.why === right.run?.why &&
    left.run?.paused === right.run?.paused
  );
}
