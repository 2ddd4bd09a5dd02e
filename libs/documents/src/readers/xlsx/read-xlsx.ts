import type { Extraction } from '../../ports.js';
import { DocumentError } from '../../document-error.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { coreTitle } from '../opc/core-title.js';
import { TextBuilder } from '../text-builder.js';
import { unpackParts } from '../zip/unpack-parts.js';
import type { Parts } from '../zip/unpack-parts.js';
import { addTable } from './add-table.js';
import type { CellContext } from './cell-text.js';
import { readSheet } from './read-sheet.js';
import { readSharedStrings } from './shared-strings.js';
import { readNumberKinds } from './styles.js';
import { readWorkbook } from './workbook.js';
import type { Workbook } from './workbook.js';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Pictures, macros, charts and what was linked in are never unpacked. */
const NEEDED =
  /^(_rels\/\.rels|docProps\/core\.xml|xl\/(?!media|charts|drawings|embeddings|externalLinks).*\.(xml|rels))$/i;

/**
 * An Excel workbook: its visible sheets as headings, a block for each row that has content. Hidden sheets are
 * left out, for a person who follows a citation into one would not find it.
 */
export function readXlsx(bytes: Uint8Array, limits: ExtractionLimits): Extraction {
  const parts = unpackParts(bytes, NEEDED, limits);
  const workbook = readWorkbook(parts);
  const context = readContext(parts, workbook);
  const builder = new TextBuilder(limits.maximumCharacters);
  let rowsLeft = limits.maximumRows;
  let uncalculated = 0;
  for (const { part, name } of workbook.sheets.filter(({ hidden }) => !hidden)) {
    const sheet = readSheet(parts.get(part), part, context, { ...limits, maximumRows: rowsLeft });
    rowsLeft -= sheet.rows.length;
    uncalculated += sheet.uncalculated;
    if (sheet.rows.length === 0) continue;
    builder.heading(1, name);
    addTable(sheet.rows, builder);
  }
  const hidden = workbook.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
  if (builder.isEmpty && hidden.length > 0) {
    throw new DocumentError('DOCUMENT_EMPTY', 'The workbook holds text in hidden sheets only.');
  }
  return builder.finish({
    mediaType: MEDIA_TYPE,
    title: coreTitle(parts.find('docProps/core.xml')),
    pageCount: null,
    warnings: warnings(hidden, uncalculated),
  });
}

function readContext(parts: Parts, { from1904, sharedStringsPart, stylesPart }: Workbook): CellContext {
  return {
    from1904,
    sharedStrings:
      sharedStringsPart === undefined
        ? []
        : readSharedStrings(parts.get(sharedStringsPart), sharedStringsPart),
    numberKinds: stylesPart === undefined ? [] : readNumberKinds(parts.get(stylesPart), stylesPart),
  };
}

function warnings(hidden: readonly string[], uncalculated: number): string[] {
  return [
    ...(hidden.length === 0 ? [] : [`Hidden sheets were left out: ${hidden.join(', ')}.`]),
    ...(uncalculated === 0 ? [] : [`${uncalculated} formulas have no stored result and were left out.`]),
  ];
}
