/** How much is run and killed. */
export interface Size {
  /** Executions of each workload. */
  readonly sequences: number;
  readonly fanOuts: number;
  readonly waits: number;
  /** Rounds of the outer loop of a fan-out. */
  readonly fanOutItems: number;
  /** Executions at a time. */
  readonly inFlight: number;
  /** Kills of each kind. */
  readonly kills: number;
  /** Between two kills, from the moment all is running again. Seconds. */
  readonly pause: readonly [number, number];
}

export const SIZES = {
  small: { sequences: 8, fanOuts: 1, waits: 2, fanOutItems: 5, inFlight: 11, kills: 1, pause: [0.5, 2] },
  full: { sequences: 100, fanOuts: 2, waits: 8, fanOutItems: 200, inFlight: 20, kills: 4, pause: [1, 10] },
} as const satisfies Record<string, Size>;

/** @throws Error for a size that there is not. */
export function sizeNamed(name: string): Size {
  const size = Object.entries(SIZES).find(([key]) => key === name)?.[1];
  if (size === undefined)
    throw new Error(`There is no size "${name}": use ${Object.keys(SIZES).join(' or ')}.`);
  return size;
}
