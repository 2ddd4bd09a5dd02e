import { parse } from 'csv-parse/sync';
import { DocumentError } from '../../document-error.js';
import type { Extraction } from '../../ports.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { rowText } from '../row-text.js';
import type { SupportedMediaType } from '../supported-formats.js';
import { TextBuilder } from '../text-builder.js';
import { findDelimiter } from './delimiter.js';
import { hasHeader } from './header.js';

/** A table file: every record is one block that says its column names, so that it can be read on its own. */
export function readCsv(text: string, mediaType: SupportedMediaType, limits: ExtractionLimits): Extraction {
  const delimiter = findDelimiter(text) ?? (mediaType === 'text/csv' ? ',' : '\t');
  const records = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    to: limits.maximumRows + 1,
  });
  if (records.length > limits.maximumRows) {
    throw new DocumentError('DOCUMENT_LIMIT', `The table has more than ${limits.maximumRows} rows.`);
  }
  const header = hasHeader(records) ? (records[0] ?? []).map((cell) => cell.trim()) : null;
  const builder = new TextBuilder(limits.maximumCharacters);
  for (const record of header === null ? records : records.slice(1)) {
    builder.add('table-row', rowText(record, header));
  }
  return builder.finish({ mediaType, title: null, pageCount: null, warnings: unevenRows(records) });
}

function unevenRows(records: readonly (readonly string[])[]): string[] {
  const width = records[0]?.length ?? 0;
  const uneven = records.filter((record) => record.length !== width).length;
  return uneven === 0 ? [] : [`${uneven} rows have another number of columns than the first.`];
}
