import type { ExtractionLimits } from '../extraction-limits.js';
import type { SupportedMediaType } from '../supported-formats.js';
import { unsupportedFormat } from '../unsupported-format.js';
import { readCentralDirectory } from '../zip/central-directory.js';

/** What kind of document a zip is, from the names in its directory. Archives of other files are never opened. */
export function zipMediaType(bytes: Uint8Array, limits: ExtractionLimits): SupportedMediaType {
  const names = new Set(readCentralDirectory(bytes, limits.maximumEntries).map((entry) => entry.name));
  const has = (folder: string): boolean => [...names].some((name) => name.startsWith(folder));
  if (names.has('[Content_Types].xml')) {
    if (has('word/')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    if (has('xl/')) throw unsupportedFormat('an Excel workbook (XLSX)');
    if (has('ppt/')) throw unsupportedFormat('a PowerPoint presentation (PPTX)');
  }
  if (names.has('META-INF/container.xml')) throw unsupportedFormat('an e-book (EPUB)');
  if (names.has('META-INF/manifest.xml')) throw unsupportedFormat('an OpenDocument file');
  throw unsupportedFormat('a ZIP archive');
}
