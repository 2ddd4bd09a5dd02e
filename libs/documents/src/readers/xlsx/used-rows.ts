import type { MergedRange } from './sheet.js';

/** A row that has content: its number, and its texts by column. */
export interface UsedRow {
  readonly row: number;
  readonly cells: Map<number, string>;
}

/**
 * Repeats the value of a cell that spans rows in each of those rows that has content, so that every row can be
 * read on its own. A cell that spans columns keeps its value once.
 */
export function fillMergedRows(rows: readonly UsedRow[], merged: readonly MergedRange[]): void {
  const tall = new Map<number, MergedRange[]>();
  for (const range of merged) {
    if (range.last.row > range.first.row)
      tall.set(range.first.row, [...(tall.get(range.first.row) ?? []), range]);
  }
  const open = new Map<number, { readonly text: string; readonly last: number }>();
  for (const { row, cells } of rows) {
    for (const [column, { text, last }] of open) {
      if (row > last) open.delete(column);
      else if (!cells.has(column)) cells.set(column, text);
    }
    for (const { first, last } of tall.get(row) ?? []) {
      const text = cells.get(first.column);
      if (text !== undefined) open.set(first.column, { text, last: last.row });
    }
  }
}

/** The columns that have content in some row, from left to right. */
export function usedColumns(rows: readonly UsedRow[]): readonly number[] {
  const used = new Set<number>();
  for (const { cells } of rows) for (const column of cells.keys()) used.add(column);
  return [...used].sort((left, right) => left - right);
}
