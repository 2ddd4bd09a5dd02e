import { scanXml } from '../xml/scan-xml.js';
import { parseRange, parseReference } from './cell-reference.js';
import type { CellReference } from './cell-reference.js';
import { unescapeString } from './string-escapes.js';

/** A cell as it is stored; `value` is the cached result of a formula. */
export interface StoredCell {
  readonly at: CellReference;
  /** `s` (number of a shared string), `str`, `inlineStr`, `b`, `e`, `d` or `n` (ECMA-376 part 1, 18.18.11). */
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly isFormula: boolean;
}

export interface MergedRange {
  readonly first: CellReference;
  readonly last: CellReference;
}

/**
 * Tells the cells of a sheet that hold something, in order of rows, and then its merged ranges. What the sheet
 * declares about its size is not looked at.
 */
export function scanSheet(
  bytes: Uint8Array,
  part: string,
  found: { cell(cell: StoredCell): void; merged(range: MergedRange): void },
): void {
  let row = 0;
  let column = 0;
  let cell: { type: string; style: number } | null = null;
  let value = '';
  let isFormula = false;
  let inside = false;
  let readings = 0;
  scanXml(bytes, part, {
    open: (name, attributes) => {
      inside = name === 'v' || (name === 't' && readings === 0);
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : parseReference(`A${attributes['r']}`).row;
        column = 0;
      } else if (name === 'c') {
        ({ row, column } =
          attributes['r'] === undefined ? { row, column: column + 1 } : parseReference(attributes['r']));
        cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
        value = '';
        isFormula = false;
      } else if (name === 'f') isFormula = true;
      else if (name === 'rPh') readings += 1;
      else if (name === 'mergeCell') found.merged(parseRange(attributes['ref'] ?? ''));
    },
    text: (piece) => {
      if (inside && cell !== null) value += piece;
    },
    close: (name) => {
      inside = false;
      if (name === 'rPh') readings -= 1;
      if (name !== 'c' || cell === null) return;
      const text = cell.type === 'str' || cell.type === 'inlineStr' ? unescapeString(value) : value;
      const { type, style } = cell;
      if (text !== '' || isFormula) found.cell({ at: { row, column }, type, style, value: text, isFormula });
      cell = null;
    },
  });
}
