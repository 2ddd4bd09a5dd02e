import { attributeOf, childrenNamed, elementsOf } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';

/** An empty cell may be declared to stand for a whole sheet's width. */
const REPEATED_AT_MOST = 100;

/** A table's rows as texts, and whether the first is declared to name the columns. */
export interface TableRows {
  readonly hasHeader: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** A cell that spans rows has its text in each of them; one that spans columns has it once. */
export function tableRows(table: XmlElement, cellText: (cell: XmlElement) => string): TableRows {
  const spanning = new Map<number, { readonly text: string; left: number }>();
  const rows = rowsOf(table).map((row) => {
    const texts: string[] = [];
    for (const cell of elementsOf(row)) {
      const span = spanning.get(texts.length);
      if (cell.name === 'covered-table-cell') texts.push(...repeated(cell, take(span)));
      else if (cell.name === 'table-cell') {
        const text = cellText(cell);
        const height = Number(attributeOf(cell, 'number-rows-spanned') ?? 1);
        spanning.set(texts.length, { text, left: height - 1 });
        texts.push(...repeated(cell, text));
      }
    }
    return texts;
  });
  return { hasHeader: rows.length > 1 && childrenNamed(table, 'table-header-rows').length > 0, rows };
}

function take(span: { readonly text: string; left: number } | undefined): string {
  if (span === undefined || !(span.left > 0)) return '';
  span.left -= 1;
  return span.text;
}

function repeated(cell: XmlElement, text: string): readonly string[] {
  const times = Number(attributeOf(cell, 'number-columns-repeated') ?? 1) || 1;
  return Array.from({ length: Math.min(times, REPEATED_AT_MOST) }, () => text);
}

function rowsOf(table: XmlElement): readonly XmlElement[] {
  return elementsOf(table).flatMap((child) => {
    if (child.name === 'table-row') return [child];
    return /^table-(header-rows|rows|row-group)$/.test(child.name) ? rowsOf(child) : [];
  });
}
