import type { Fact } from '../steps/step-type.js';

/** Names that some expressions of a step have beside those of its place. */
export interface OwnNames {
  /** Facts of the step itself, which win over all others. */
  readonly facts: readonly Fact[];
  /** The one of them that is being made, and so is not there yet. */
  readonly except: string | null;
  /** A merge's `values`. */
  readonly values: boolean;
  /** Of a loop: whether it is seen when a round begins, or from inside when one has ended. */
  readonly round: 'begins' | 'ended' | null;
}

export const NO_OWN_NAMES: OwnNames = { facts: [], except: null, values: false, round: null };

export function ownFact({ facts, except }: OwnNames, name: string): Fact | undefined {
  return name === except ? undefined : facts.find((fact) => fact.name === name);
}
