import { checkInputs, inputOfRow } from '#definition';
import type { Json, JsonObject, Table } from '#definition';
import type { ColumnMatches, Declarations } from './match-columns.js';

/** Why a row cannot be run. */
export interface RowMistake {
  readonly line: number;
  /** Counted from 0. */
  readonly row: number;
  readonly message: string;
}

export interface CheckedTable {
  /** What each row gives, under the names of the inputs. */
  readonly inputs: readonly Json[];
  readonly mistakes: readonly RowMistake[];
}

/** Reads the rows as inputs, by the columns that were matched, and checks each as its start will. */
export function checkTable(table: Table, matches: ColumnMatches, declarations: Declarations): CheckedTable {
  const inputs = table.rows.map(({ value }) =>
    inputOfRow(renamed(value, matches), table.format, declarations),
  );
  const mistakes = table.rows.flatMap(({ line }, row) =>
    // Documents are asked for apart from the rows.
    checkInputs(declarations, inputs[row], true).problems.map(({ message }) => ({ line, row, message })),
  );
  return { inputs, mistakes };
}

/** The rows as JSON lines. */
export function asLines(inputs: readonly Json[]): string {
  return inputs.map((input) => `${JSON.stringify(input)}\n`).join('');
}

function renamed(value: Json, matches: ColumnMatches): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).flatMap(([column, cell]) => {
      const input = matches.get(column) ?? null;
      return input === null ? [] : [[input, cell]];
    }),
  );
}
