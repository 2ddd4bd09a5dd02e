import type { ExtractionLimits } from '../extraction-limits.js';
import type { SupportedMediaType } from '../supported-formats.js';
import { unsupportedFormat } from '../unsupported-format.js';
import { readCentralDirectory } from '../zip/central-directory.js';
import { inflateEntries } from '../zip/inflate-entries.js';

/** OpenDocument and EPUB say what they are in an entry of this name, OOXML by the folders it has. */
const MIMETYPE = 'mimetype';
const MIMETYPE_LONGEST = 256;

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';

/** What kind of document a zip is, from the names in its directory. Archives of other files are never opened. */
export function zipMediaType(bytes: Uint8Array, limits: ExtractionLimits): SupportedMediaType {
  const entries = readCentralDirectory(bytes, limits.maximumEntries);
  const names = new Set(entries.map((entry) => entry.name));
  const has = (folder: string): boolean => [...names].some((name) => name.startsWith(folder));
  if (names.has('[Content_Types].xml')) {
    if (has('word/')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    if (names.has('xl/workbook.bin')) throw unsupportedFormat('a binary Excel workbook (XLSB)');
    if (has('xl/')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    if (has('ppt/')) return 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  }
  if (names.has('META-INF/container.xml')) return 'application/epub+zip';

  const declared = entries.filter((entry) => entry.name === MIMETYPE && entry.size <= MIMETYPE_LONGEST);
  const mimetype = new TextDecoder()
    .decode(inflateEntries(bytes, declared, MIMETYPE_LONGEST)[MIMETYPE] ?? new Uint8Array())
    .trim();
  if (mimetype.startsWith(`${OPEN_DOCUMENT}text`)) return 'application/vnd.oasis.opendocument.text';
  if (mimetype.startsWith(OPEN_DOCUMENT)) {
    throw unsupportedFormat(`an OpenDocument ${mimetype.slice(OPEN_DOCUMENT.length)}`);
  }
  throw unsupportedFormat('a ZIP archive');
}
