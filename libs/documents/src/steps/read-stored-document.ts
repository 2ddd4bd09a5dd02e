import type { Extraction, StoredDocument } from '../ports.js';
import { extractDocument } from '../readers/extract-document.js';
import type { ExtractionLimits } from '../readers/extraction-limits.js';
import { readerVersion } from '../readers/reader-version.js';
import type { StepContext } from '../step-implementation.js';

/** How big a document may be, and how long it may take to read when that is not the usual. */
export type ReadingLimits = Pick<ExtractionLimits, 'maximumBytes'> &
  Partial<Pick<ExtractionLimits, 'timeoutMs'>>;

/**
 * The text of a stored document, from what was read before or by reading it now; what is read is kept.
 * Throws `DocumentError`, or the signal's reason when aborted.
 */
export async function readStoredDocument(
  document: Pick<StoredDocument, 'id' | 'name'>,
  limits: ReadingLimits,
  { stores, signal }: Pick<StepContext, 'stores' | 'signal'>,
): Promise<Extraction> {
  signal.throwIfAborted();
  const known = await stores.documents.extraction(document.id, readerVersion);
  if (known !== null) return known;
  const bytes = await stores.documents.content(document.id);
  const extraction = await extractDocument(bytes, document.name, limits, signal);
  await stores.documents.saveExtraction(document.id, readerVersion, extraction);
  return extraction;
}
