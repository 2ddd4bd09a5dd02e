import { DocumentError } from '../../document-error.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { cellText } from './cell-text.js';
import type { CellContext } from './cell-text.js';
import { scanSheet } from './sheet.js';
import type { MergedRange } from './sheet.js';
import { fillMergedRows } from './used-rows.js';
import type { UsedRow } from './used-rows.js';

/** What a sheet holds: its rows that have content. */
export interface SheetContent {
  readonly rows: readonly UsedRow[];
  /** Formulas that no program has calculated yet. */
  readonly uncalculated: number;
}

/** Throws DOCUMENT_LIMIT once the rows or the text of the sheet go beyond what is allowed. */
export function readSheet(
  bytes: Uint8Array,
  part: string,
  context: CellContext,
  limits: ExtractionLimits,
): SheetContent {
  const rows: UsedRow[] = [];
  const merged: MergedRange[] = [];
  let uncalculated = 0;
  let characters = 0;
  scanSheet(bytes, part, {
    cell: (cell) => {
      const text = cellText(cell, context);
      if (text === '' && cell.isFormula && cell.type !== 'str') uncalculated += 1;
      if (text === '') return;
      characters += text.length;
      if (characters > limits.maximumCharacters) throw tooMuch(limits.maximumCharacters, 'characters');
      if (rows.at(-1)?.row !== cell.at.row) rows.push({ row: cell.at.row, cells: new Map() });
      if (rows.length > limits.maximumRows) throw tooMuch(limits.maximumRows, 'rows');
      rows.at(-1)?.cells.set(cell.at.column, text);
    },
    merged: (range) => merged.push(range),
  });
  fillMergedRows(rows, merged);
  return { rows, uncalculated };
}

function tooMuch(limit: number, what: string): DocumentError {
  return new DocumentError('DOCUMENT_LIMIT', `A sheet of the workbook has more than ${limit} ${what}.`);
}
