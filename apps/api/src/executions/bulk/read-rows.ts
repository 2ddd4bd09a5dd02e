import { parse } from 'csv-parse/sync';
import type { InputDeclaration, Json, Problem } from '#definition';
import { callProblem } from '../../problems/to-problem-model.js';
import { RowsFormat } from './bulk.enums.js';
import { typedCell } from './typed-cell.js';

type Declarations = Readonly<Record<string, InputDeclaration>>;

export type ReadRows =
  { readonly rows: readonly unknown[] } | { readonly problems: readonly [Problem, ...Problem[]] };

/** Reads a table written as text; `place` is the argument it came in. */
export function readRows(
  text: string,
  format: RowsFormat,
  declarations: Declarations,
  place: string,
): ReadRows {
  const bare = text.replace(/^\uFEFF/, '');
  return format === RowsFormat.CSV ? readCsv(bare, declarations, place) : readJsonLines(bare, place);
}

function readJsonLines(text: string, place: string): ReadRows {
  const rows: unknown[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    try {
      rows.push(JSON.parse(line));
    } catch {
      return unreadable(place, `Line ${index + 1} is no JSON.`);
    }
  }
  return { rows };
}

function readCsv(text: string, declarations: Declarations, place: string): ReadRows {
  let records: readonly (readonly string[])[];
  try {
    records = parse(text, { skip_empty_lines: true });
  } catch (error) {
    return unreadable(place, `The table cannot be read: ${error instanceof Error ? error.message : ''}.`);
  }
  const [header = [], ...lines] = records;
  const names = header.map((name) => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return unreadable(place, `Two columns are named "${twice}".`);
  const declared = new Map(Object.entries(declarations));
  const rows = lines.map((cells) => {
    const values = names.map((name, index) => [
      name,
      typedCell(cells[index] ?? '', declared.get(name)?.type),
    ]);
    return Object.fromEntries(values.filter(([, value]) => value !== null)) as Readonly<Record<string, Json>>;
  });
  return { rows };
}

function unreadable(place: string, message: string): ReadRows {
  return { problems: [callProblem('ROWS_UNREADABLE', place, message)] };
}
