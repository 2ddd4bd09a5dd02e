import type { KillSeen, Round } from './round.js';

/** What a kind of kill did to the executions, named one by one so that a failure can be looked into. */
export interface Verdict {
  readonly kind: string;
  readonly seconds: number;
  readonly kills: readonly KillSeen[];
  readonly executions: number;
  /** Ended otherwise than undisturbed, or not at all. */
  readonly lost: readonly string[];
  readonly repeated: readonly string[];
  readonly miscounted: readonly string[];
  readonly differing: readonly string[];
}

export function verdictOn(round: Round, undisturbed: Round): Verdict {
  const expected = new Map(undisturbed.ended.map(({ name, outcome }) => [name, outcome]));
  const lost = round.ended.filter(({ name, outcome }) => outcome === null || outcome !== expected.get(name));
  return {
    kind: round.kind,
    seconds: round.seconds,
    kills: round.kills,
    executions: round.ended.length,
    lost: lost.map(({ name, id, outcome }) => `${name} (${id}): ${outcome ?? 'never ended'}`),
    repeated: round.ended.flatMap(({ repeated }) => repeated),
    miscounted: round.ended.flatMap(({ miscounted }) => miscounted),
    differing: round.ended.flatMap(({ difference }) => difference ?? []),
  };
}

/** All that should not be, in words; empty when the product held. */
export function faultsOf({ kind, lost, repeated, miscounted, differing }: Verdict): readonly string[] {
  return [
    ...lost.map((what) => `${kind}: lost ${what}`),
    ...repeated.map((what) => `${kind}: ran again though recorded: ${what}`),
    ...miscounted.map((what) => `${kind}: ${what}`),
    ...differing.map((what) => `${kind}: tables are not as the history: ${what}`),
  ];
}
