import type { StepStatus } from '../graphql/generated/graphql.js';

/** What stands on a step besides its definition: problems in the designer, state in an execution. */
export interface StepMark {
  readonly errors: number;
  readonly warnings: number;
  readonly run: StepRun | null;
}

export interface StepRun {
  readonly status: StepStatus;
  /** One short line: `12 of 40 documents`, `1.2 s`, why it was skipped. */
  readonly line: string;
}

export const NO_MARK: StepMark = { errors: 0, warnings: 0, run: null };

export function sameMark(left: StepMark, right: StepMark): boolean {
  return (
    left.errors === right.errors &&
    left.warnings === right.warnings &&
    left.run?.status === right.run?.status &&
    left.run?.line === right.run?.line
  );
}
