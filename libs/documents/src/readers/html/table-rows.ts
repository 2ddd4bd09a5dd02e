import { rowText } from '../row-text.js';
import type { TextBuilder } from '../text-builder.js';
import type { HtmlElement } from './dom.js';
import { inlineText } from './inline-text.js';

/** A table with more blocks than this in one cell is there for the layout of the page, not for data. */
const LAYOUT_BLOCKS = 4;

/**
 * A data table gives one block a row, naming its columns when the table does. A table used for layout is
 * walked cell by cell, as if it were not there.
 */
export function addTable(
  table: HtmlElement,
  builder: TextBuilder,
  walkCell: (cell: HtmlElement) => void,
): void {
  const rows = rowsOf(table);
  for (const caption of childrenNamed(table, 'CAPTION')) builder.add('paragraph', inlineText(caption));
  if (isLayout(table, rows)) {
    for (const row of rows) for (const cell of cellsOf(row)) walkCell(cell);
    return;
  }
  const [first] = rows;
  const header = first && isHeader(first, rows.length) ? cellsOf(first).flatMap(spanned) : null;
  for (const row of header === null ? rows : rows.slice(1)) {
    builder.add('table-row', rowText(cellsOf(row).flatMap(spanned), header));
  }
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  const sections = ['THEAD', 'TBODY', 'TFOOT'].flatMap((name) => childrenNamed(table, name));
  return [...childrenNamed(table, 'TR'), ...sections.flatMap((section) => childrenNamed(section, 'TR'))];
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return [...row.children].filter((cell) => /^(TD|TH)$/i.test(cell.nodeName));
}

/** The cell's text, followed by an empty cell for each further column it spans. */
function spanned(cell: HtmlElement): string[] {
  const columns = Math.min(100, Math.max(1, Number(cell.getAttribute('colspan') ?? 1) || 1));
  return [inlineText(cell), ...Array.from({ length: columns - 1 }, () => '')];
}

/** The first row names the columns when all its cells are header cells and others follow. */
function isHeader(row: HtmlElement, rows: number): boolean {
  const cells = cellsOf(row);
  return rows > 1 && cells.length > 1 && cells.every((cell) => cell.nodeName.toUpperCase() === 'TH');
}

function isLayout(table: HtmlElement, rows: readonly HtmlElement[]): boolean {
  if (/^(presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  if (rows.every((row) => cellsOf(row).length <= 1)) return true;
  return rows.some((row) =>
    cellsOf(row).some((cell) => {
      if (cell.querySelector('table') !== null) return true;
      return [...cell.querySelectorAll('p, h1, h2, h3, h4, div')].length > LAYOUT_BLOCKS;
    }),
  );
}

function childrenNamed(element: HtmlElement, name: string): HtmlElement[] {
  return [...element.children].filter((child) => child.nodeName.toUpperCase() === name);
}
