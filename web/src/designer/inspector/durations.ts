/** Units of a duration, from small to big. */
export const durationUnits = [
  { value: 's', label: 'seconds' },
  { value: 'm', label: 'minutes' },
  { value: 'h', label: 'hours' },
  { value: 'd', label: 'days' },
] as const;

export type Unit = (typeof durationUnits)[number]['value'];

export interface Duration {
  readonly amount: number;
  readonly unit: string;
}

/** Reads `5m` or `1.5h`; milliseconds read as seconds. Null for anything else, such as a template. */
export function readDuration(text: string): Duration | null {
  const [, digits = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)$/.exec(text.trim()) ?? [];
  if (digits === '') return null;
  return unit === 'ms' ? { amount: Number(digits) / 1_000, unit: 's' } : { amount: Number(digits), unit };
}

/** At most three digits behind the point, as the language has them. */
export function writeDuration({ amount, unit }: Duration): string {
  return `${Math.round(amount * 1_000) / 1_000}${unit}`;
}
