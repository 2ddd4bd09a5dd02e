import { readTable } from '#definition';
import type { Table, TableFormat } from '#definition';

/** What the API takes as a table. */
const MOST_BYTES = 50 * 1_024 * 1_024;

/** A table somebody chose, or why it is none. */
export type ChosenTable =
  { readonly name: string; readonly table: Table } | { readonly name: string; readonly mistake: string };

/** Reads a file as a table: its format by its ending, else by how it begins. */
export async function tableOfFile(file: File): Promise<ChosenTable> {
  const { name, size } = file;
  if (size > MOST_BYTES) return { name, mistake: 'The file is larger than 50 MiB. Cut it into several.' };
  return tableOfText(name, await file.text(), formatOfName(name));
}

export function tableOfText(name: string, text: string, format = formatOfText(text)): ChosenTable {
  const table = readTable(text, format);
  if ('mistake' in table) return { name, mistake: table.mistake };
  if (table.rows.length === 0) {
    const what = format === 'csv' ? 'The first line names the columns; each further line is a row.' : '';
    return { name, mistake: `There are no rows. ${what}`.trim() };
  }
  return { name, table };
}

function formatOfName(name: string): TableFormat | undefined {
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'jsonl';
  return /\.csv$/i.test(name) ? 'csv' : undefined;
}

function formatOfText(text: string): TableFormat {
  return /^\uFEFF?\s*\{/.test(text) ? 'jsonl' : 'csv';
}
