import type { Extraction, StoredDocument } from '../ports.js';
import { extractDocument } from '../readers/extract-document.js';
import { readerVersion } from '../readers/reader-version.js';
import type { StepContext } from '../step-implementation.js';

/**
 * The text of a stored document, from what was read before or by reading it now; what is read is kept.
 * Throws `DocumentError`, or the signal's reason when aborted.
 */
export async function readStoredDocument(
  document: Pick<StoredDocument, 'id' | 'name'>,
  maximumBytes: number,
  { stores, signal }: Pick<StepContext, 'stores' | 'signal'>,
): Promise<Extraction> {
  signal.throwIfAborted();
  const known = await stores.documents.extraction(document.id, readerVersion);
  if (known !== null) return known;
  const bytes = await stores.documents.content(document.id);
  const extraction = await extractDocument(bytes, document.name, { maximumBytes }, signal);
  await stores.documents.saveExtraction(document.id, readerVersion, extraction);
  return extraction;
}
