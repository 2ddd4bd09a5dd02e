import { CsvError, parse } from 'csv-parse/sync';
import { DocumentError } from '../../document-error.js';
import type { Extraction } from '../../ports.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { rowText } from '../row-text.js';
import type { SupportedMediaType } from '../supported-formats.js';
import { TextBuilder } from '../text-builder.js';
import { findDelimiter } from './delimiter.js';
import { hasHeader } from './header.js';

/** Characters of one row. A file without line ends is one row, and is no table. */
const MAXIMUM_RECORD = 1_000_000;

/** A table file: every record is one block that says its column names, so that it can be read on its own. */
export function readCsv(text: string, mediaType: SupportedMediaType, limits: ExtractionLimits): Extraction {
  const records = recordsOf(text, mediaType === 'text/csv' ? ',' : '\t', limits.maximumRows + 1);
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

/** Excel writes and obeys a first line that names the delimiter. */
const DECLARED = /^sep=(.)\n/i;

function recordsOf(text: string, usual: string, maximum: number): readonly (readonly string[])[] {
  const declared = DECLARED.exec(text);
  const table = declared === null ? text : text.slice(declared[0].length);
  try {
    return parse(table, {
      delimiter: declared?.[1] ?? findDelimiter(table) ?? usual,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAXIMUM_RECORD,
      to: maximum,
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE') {
      throw new DocumentError(
        'DOCUMENT_LIMIT',
        `The table has a row of more than ${MAXIMUM_RECORD} characters.`,
      );
    }
    throw error;
  }
}

function unevenRows(records: readonly (readonly string[])[]): string[] {
  const width = records[0]?.length ?? 0;
  const uneven = records.filter((record) => record.length !== width).length;
  return uneven === 0 ? [] : [`${uneven} rows have another number of columns than the first.`];
}
