/** One way to run an execution. */
export interface Contender {
  readonly name: string;
  /** Starts one execution and comes back when it has completed; rejects when it did not. */
  run(start: number): Promise<void>;
}

/** What a contender did in one round. */
export interface Measurement {
  readonly perSecond: number;
  /** Median time of one execution, in milliseconds. */
  readonly medianMs: number;
}

/** Runs `count` executions, at most `inFlight` at a time. */
export async function measure(contender: Contender, count: number, inFlight: number): Promise<Measurement> {
  const durations: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      const startedAt = performance.now();
      await contender.run(next);
      durations.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: inFlight }, lane));
  const seconds = (performance.now() - startedAt) / 1000;
  return { perSecond: count / seconds, medianMs: median(durations) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
