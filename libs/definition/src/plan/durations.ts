const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Thirty days. */
const LONGEST_MS = 30 * 86_400_000;

export const DURATION = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)$/;

/** Milliseconds of a duration such as `500ms`, `30s`, `5m`, `2h` or `7d`; null when it is none, or above 30 days. */
export function durationMs(text: string): number | null {
  const [, amount, unit] = DURATION.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return null;
  const milliseconds = Math.round(Number(amount) * (UNITS[unit] as number));
  return milliseconds <= LONGEST_MS ? milliseconds : null;
}
