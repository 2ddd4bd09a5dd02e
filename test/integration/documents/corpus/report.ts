import type { CorpusFile } from './fact.js';
import type { Reading } from './reading.js';

/** A file that was read, and those of its facts that did not hold. */
export interface Row {
  readonly file: CorpusFile;
  readonly reading: Reading;
  readonly missed: readonly string[];
}

const WIDTHS = [44, 60, 60] as const;

/** A line a file (what was expected, what came of it, milliseconds) and a summary. */
export function report(rows: readonly Row[]): string {
  const facts = rows.reduce((sum, { file }) => sum + file.facts.length, 0);
  const missed = rows.reduce((sum, row) => sum + row.missed.length, 0);
  const held = ((100 * (facts - missed)) / facts).toFixed(1);
  return [
    ...rows.map(({ file, reading, missed: misses }) =>
      cells(
        file.path,
        file.facts.map(({ name }) => name).join(', '),
        misses.length === 0 ? came(reading) : `missed: ${misses.join(', ')}`,
        `${Math.round(reading.milliseconds)} ms`,
      ),
    ),
    `${rows.length} files, ${facts} facts, ${missed} missed (${held} % held).`,
    '',
  ].join('\n');
}

function came({ outcome }: Reading): string {
  if ('code' in outcome) return outcome.code;
  return `${outcome.mediaType}, ${outcome.blocks.length} blocks`;
}

function cells(...texts: readonly string[]): string {
  return texts
    .map((text, index) => {
      const width = WIDTHS[index] ?? 0;
      const line = text.replace(/\s+/g, ' ');
      return width > 0 && line.length > width ? `${line.slice(0, width - 1)}…` : line.padEnd(width);
    })
    .join('  ');
}
