import { DocumentError } from '../../document-error.js';

/** A place in a sheet; both count from 1. */
export interface CellReference {
  readonly row: number;
  readonly column: number;
}

const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;

/** `B12`, with or without dollar signs. Throws DOCUMENT_BROKEN for what is no place in a sheet. */
export function parseReference(text: string): CellReference {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text.trim()) ?? [];
  const column = [...(letters ?? '').toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  const row = Number(digits);
  if (letters === undefined || column > LAST_COLUMN || !(row >= 1 && row <= LAST_ROW)) {
    throw new DocumentError('DOCUMENT_BROKEN', `The workbook is damaged: ${text.slice(0, 40)} is no cell.`);
  }
  return { row, column };
}

/** A range of cells, `A1:C3` or a single one. */
export function parseRange(text: string): { readonly first: CellReference; readonly last: CellReference } {
  const [first = '', last = first] = text.split(':');
  return { first: parseReference(first), last: parseReference(last) };
}
