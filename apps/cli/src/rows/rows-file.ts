import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Product } from '../api/product.js';
import { uploadFile } from '../api/upload.js';
import { usageError } from '../exit-code.js';

/** A table as it is sent along: its text while it is short, else a document that was uploaded. */
export type SentRows = { readonly rowsFormat: 'CSV' | 'JSON_LINES' } & (
  { readonly rowsText: string } | { readonly rowsDocumentId: string }
);

const FORMATS: Readonly<Record<string, SentRows['rowsFormat']>> = {
  '.csv': 'CSV',
  '.jsonl': 'JSON_LINES',
  '.ndjson': 'JSON_LINES',
};

/** What goes into one call, well below its limit however the text is written as JSON. */
const SENT_AS_TEXT_BYTES = 128 * 1024;

/** Whether it is a table at all is found out before anything is sent. */
export async function checkRowsFile(file: string): Promise<void> {
  formatOf(file);
  const info = await stat(file).catch(() => null);
  if (info === null || !info.isFile()) throw usageError(`there is no file "${file}".`);
}

export async function sendRows(product: Product, file: string): Promise<SentRows> {
  const rowsFormat = formatOf(file);
  if ((await stat(file)).size <= SENT_AS_TEXT_BYTES)
    return { rowsFormat, rowsText: await readFile(file, 'utf8') };
  const upload = await uploadFile(product, file, null);
  if (upload.kind === 'refused') throw usageError(`"${file}" was not taken: ${upload.reason}`);
  return { rowsFormat, rowsDocumentId: upload.document.id };
}

function formatOf(file: string): SentRows['rowsFormat'] {
  const format = FORMATS[extname(file).toLowerCase()];
  if (format === undefined) throw usageError('--rows takes a .csv or a .jsonl file.');
  return format;
}
