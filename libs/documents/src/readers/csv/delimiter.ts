const CANDIDATES = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

const SAMPLE = 64 * 1024;
const RECORDS = 50;

/**
 * The delimiter that cuts the text into records of the same number of columns, more than one; null when none
 * does, so the text is no table. Separators within quotes do not count.
 */
export function findDelimiter(text: string): Delimiter | null {
  const sample = text.slice(0, SAMPLE);
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of CANDIDATES) {
    const widths = recordWidths(sample, delimiter, sample.length < text.length);
    if (widths.length < 2) continue;
    const usual = mostFrequent(widths);
    const agreeing = widths.filter((width) => width === usual).length / widths.length;
    if (usual < 2 || agreeing < 0.8) continue;
    const score = agreeing * 100 + usual;
    if (best === null || score > best.score) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/** Columns of the first records; a record that the sample cuts off does not count. */
function recordWidths(sample: string, delimiter: Delimiter, cut: boolean): number[] {
  const widths: number[] = [];
  let width = 1;
  let filled = false;
  let quoted = false;
  for (const character of sample) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === delimiter) width += 1;
    else if (character === '\n') {
      if (filled) widths.push(width);
      if (widths.length === RECORDS) return widths;
      width = 1;
      filled = false;
      continue;
    }
    filled = true;
  }
  if (filled && !cut) widths.push(width);
  return widths;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
