const LONGEST = 300;

/** A value in one line: texts as they are, all else as JSON. */
export function shortJson(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Named values in one line: `name: Ann, times: 3`. */
export function shortFields(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return shortJson(value);
  const fields = Object.entries(value).map(([name, one]) => `${name}: ${shortJson(one)}`);
  return shortJson(fields.join(', '));
}
