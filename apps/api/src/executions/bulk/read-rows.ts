import { inputOfRow, readTable } from '#definition';
import type { InputDeclaration, Problem } from '#definition';
import { callProblem } from '../../problems/to-problem-model.js';
import type { RowsFormat } from './bulk.enums.js';

export type ReadRows =
  { readonly rows: readonly unknown[] } | { readonly problems: readonly [Problem, ...Problem[]] };

/** Reads a table written as text; `place` is the argument it came in. */
export function readRows(
  text: string,
  format: `${RowsFormat}`,
  declarations: Readonly<Record<string, InputDeclaration>>,
  place: string,
): ReadRows {
  const table = readTable(text, format);
  if ('mistake' in table) return { problems: [callProblem('ROWS_UNREADABLE', place, table.mistake)] };
  return { rows: table.rows.map(({ value }) => inputOfRow(value, format, declarations)) };
}
