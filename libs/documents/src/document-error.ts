/** Why a document could not be read; the closed list of reasons that readers give. */
export type DocumentErrorCode =
  | 'DOCUMENT_ENCRYPTED'
  | 'DOCUMENT_BROKEN'
  | 'DOCUMENT_EMPTY'
  | 'DOCUMENT_UNSUPPORTED'
  | 'DOCUMENT_TOO_LARGE'
  | 'DOCUMENT_LIMIT'
  | 'DOCUMENT_TIMEOUT';

/** A document that cannot be read. The message is one sentence for the person who uploaded it. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';

  constructor(
    readonly code: DocumentErrorCode,
    message: string,
  ) {
    super(message);
  }
}
