import { DocumentError } from '../document-error.js';

/** What went wrong with a document, whatever its reader threw: hostile documents make libraries fail in many ways. */
export function explainFailure(error: unknown): DocumentError {
  if (error instanceof DocumentError) return error;
  if (error instanceof RangeError) {
    return new DocumentError('DOCUMENT_LIMIT', 'The document is nested too deeply or too large to read.');
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new DocumentError('DOCUMENT_BROKEN', `The document is damaged: ${reason}`);
}
