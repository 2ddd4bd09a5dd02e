import type { NumberKind } from './number-format.js';
import type { StoredCell } from './sheet.js';
import { shownNumber } from './shown-number.js';

/** What the cells of a workbook have in common. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly numberKinds: readonly NumberKind[];
  readonly from1904: boolean;
}

/** A cell as one line of text. */
export function cellText(cell: StoredCell, context: CellContext): string {
  return stored(cell, context).replace(/\s+/g, ' ').trim();
}

function stored({ type, style, value }: StoredCell, context: CellContext): string {
  switch (type) {
    case 's':
      return context.sharedStrings[Number(value)] ?? '';
    case 'b':
      return value === '' ? '' : value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'n':
      return shownNumber(value, context.numberKinds[style] ?? 'number', context.from1904);
    default:
      return value;
  }
}
