import { unzipSync } from 'fflate';
import { DocumentError } from '../../document-error.js';
import type { ZipEntry } from './central-directory.js';

/**
 * Inflates the chosen entries, after checking that what the directory declares for them fits the budget.
 * An entry is inflated into a buffer of its declared size, so one that declares too little gains nothing.
 */
export function inflateEntries(
  bytes: Uint8Array,
  chosen: readonly ZipEntry[],
  maximumBytes: number,
): Readonly<Record<string, Uint8Array>> {
  const total = chosen.reduce((sum, entry) => sum + entry.size, 0);
  if (total > maximumBytes) {
    throw new DocumentError(
      'DOCUMENT_LIMIT',
      `The file would take ${total} bytes once unpacked; the limit is ${maximumBytes}.`,
    );
  }
  if (chosen.some((entry) => entry.encrypted)) {
    throw new DocumentError('DOCUMENT_ENCRYPTED', 'The file is protected with a password.');
  }
  const names = new Set(chosen.map((entry) => entry.name));
  if (names.size < chosen.length) {
    throw new DocumentError('DOCUMENT_BROKEN', 'The archive holds the same entry twice.');
  }
  try {
    return unzipSync(bytes, { filter: (file) => names.has(file.name) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DocumentError('DOCUMENT_BROKEN', `The archive is damaged: ${reason}.`);
  }
}
