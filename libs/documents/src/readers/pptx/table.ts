import { rowText } from '../row-text.js';
import { childAt, childrenNamed } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';
import { lineOf } from './paragraphs.js';

/**
 * The rows of a slide's table as texts, naming its columns when the table has a header row. A cell that spans rows
 * has its text in each of them, one that spans columns has it once.
 */
export function tableRows(table: XmlElement): readonly string[] {
  const rows: string[][] = [];
  for (const row of childrenNamed(table, 'tr')) {
    const above = rows.at(-1);
    rows.push(
      childrenNamed(row, 'tc').map((cell, column) =>
        isSet(cell, 'vMerge')
          ? (above?.[column] ?? '')
          : isSet(cell, 'hMerge')
            ? ''
            : lineOf(childAt(cell, 'txBody')),
      ),
    );
  }
  const hasHeader = rows.length > 1 && isSet(childAt(table, 'tblPr'), 'firstRow');
  const header = hasHeader ? (rows[0] ?? null) : null;
  return (hasHeader ? rows.slice(1) : rows).map((row) => rowText(row, header));
}

function isSet(element: XmlElement | undefined, attribute: string): boolean {
  return ['1', 'true'].includes(element?.attributes[attribute] ?? '');
}
