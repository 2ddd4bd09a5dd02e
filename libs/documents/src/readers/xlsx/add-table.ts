import { hasHeader } from '../csv/header.js';
import { rowText } from '../row-text.js';
import type { TextBuilder } from '../text-builder.js';
import { usedColumns } from './used-rows.js';
import type { UsedRow } from './used-rows.js';

/**
 * A sheet as one table: a block a row, naming its columns when the first row does. Rows of a single cell above
 * a wider table are its title and notes, and become paragraphs.
 */
export function addTable(rows: readonly UsedRow[], builder: TextBuilder): void {
  const columns = usedColumns(rows);
  const above = columns.length === 1 ? [] : singleCellsAbove(rows);
  const table = rows.slice(above.length);
  for (const { cells } of above) for (const text of cells.values()) builder.add('paragraph', text);

  const texts = ({ cells }: UsedRow): string[] => columns.map((column) => cells.get(column) ?? '');
  const first = table.slice(0, 2).map(texts);
  const header = hasHeader(first) ? (first[0] ?? null) : null;
  for (const row of header === null ? table : table.slice(1))
    builder.add('table-row', rowText(texts(row), header));
}

function singleCellsAbove(rows: readonly UsedRow[]): readonly UsedRow[] {
  const wide = rows.findIndex(({ cells }) => cells.size > 1);
  return wide === -1 ? rows : rows.slice(0, wide);
}
