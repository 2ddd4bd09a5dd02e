import { mainPart, relationshipId, relationshipsOf } from '../opc/relationships.js';
import { childAt, childrenNamed, parseXml } from '../xml/element.js';
import type { Parts } from '../zip/unpack-parts.js';

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** What a workbook says of itself (ECMA-376 part 1, 18.2). */
export interface Workbook {
  /** In the order of the tabs; sheets that are charts have no cells and are left out. */
  readonly sheets: readonly SheetEntry[];
  /** Whether days count from 1904, as on old Macs. */
  readonly from1904: boolean;
  readonly sharedStringsPart: string | undefined;
  readonly stylesPart: string | undefined;
}

export function readWorkbook(parts: Parts): Workbook {
  const part = mainPart(parts);
  const links = relationshipsOf(parts, part);
  const root = parseXml(parts.get(part), part);
  const sheets = childrenNamed(childAt(root, 'sheets'), 'sheet').flatMap((sheet) => {
    const link = links.find(({ id }) => id === relationshipId(sheet));
    if (link?.type !== 'worksheet') return [];
    const { name = '', state = 'visible' } = sheet.attributes;
    return [{ name, hidden: state !== 'visible', part: link.part }];
  });
  const date1904 = childAt(root, 'workbookPr')?.attributes['date1904'];
  return {
    sheets,
    from1904: date1904 === '1' || date1904 === 'true',
    sharedStringsPart: links.find(({ type }) => type === 'sharedStrings')?.part,
    stylesPart: links.find(({ type }) => type === 'styles')?.part,
  };
}
