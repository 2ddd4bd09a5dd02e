import type { Contender, Measurement } from './contender.js';
import { measure, median } from './contender.js';

/** Rounds that count; each lets all contenders run in turn, so that a noisy machine is noisy for all. */
const ROUNDS = 3;

export interface Comparison {
  readonly name: string;
  readonly executionsPerRound: number;
  readonly inFlight: number;
  readonly contenders: readonly ContenderResult[];
}

export interface ContenderResult {
  readonly name: string;
  readonly perSecond: number;
  readonly medianMs: number;
  /** Rate beside the first contender, median over the rounds. */
  readonly ratio: number;
}

/** Runs the contenders in alternating rounds after one that warms up; the first is what the others are compared with. */
export async function compare(
  name: string,
  { count, inFlight }: { readonly count: number; readonly inFlight: number },
  say: (text: string) => void,
  contenders: readonly Contender[],
): Promise<Comparison> {
  for (const contender of contenders) await measure(contender, Math.min(count, inFlight * 2), inFlight);
  const rounds: (readonly Measurement[])[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const measured: Measurement[] = [];
    for (const contender of contenders) measured.push(await measure(contender, count, inFlight));
    rounds.push(measured);
    say(
      `  ${name}, round ${round}: ${measured.map(({ perSecond }) => perSecond.toFixed(1)).join(' / ')} a second`,
    );
  }
  return {
    name,
    executionsPerRound: count,
    inFlight,
    contenders: contenders.map((contender, index) => ({
      name: contender.name,
      perSecond: median(rounds.map((round) => round[index]?.perSecond ?? Number.NaN)),
      medianMs: median(rounds.map((round) => round[index]?.medianMs ?? Number.NaN)),
      ratio: median(
        rounds.map((round) => (round[index]?.perSecond ?? Number.NaN) / (round[0]?.perSecond ?? Number.NaN)),
      ),
    })),
  };
}
