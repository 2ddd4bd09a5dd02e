import type { Json, JsonObject } from '#definition';
import type { RowsFormat } from './bulk.enums.js';

/** One row of a table with what came of it. */
export interface ResultLine {
  /** Counted from 1. */
  readonly row: number;
  readonly status: string;
  readonly result: Json;
  readonly error: { readonly code: string; readonly message: string; readonly path: string | null } | null;
  readonly input: JsonObject;
}

/** What stands before the lines, in each format. */
export const HEADERS: Readonly<Record<RowsFormat, string>> = {
  csv: 'row,status,result,error_code,error_message,error_path,input\r\n',
  jsonl: '',
};

export const LINES: Readonly<Record<RowsFormat, (line: ResultLine) => string>> = {
  csv: ({ row, status, result, error, input }) =>
    [
      ...[String(row), status, result === null ? '' : JSON.stringify(result)],
      ...[error?.code ?? '', error?.message ?? '', error?.path ?? '', JSON.stringify(input)],
    ]
      .map(cell)
      .join(',') + '\r\n',
  jsonl: (line) => `${JSON.stringify(line)}\n`,
};

/** Programs for tables run a text that begins like a formula; behind an apostrophe they show it. */
function cell(text: string): string {
  const shown = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(shown) ? `"${shown.replace(/"/g, '""')}"` : shown;
}
