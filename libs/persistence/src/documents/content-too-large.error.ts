/** More bytes came than a document may have; nothing of them was kept. */
export class ContentTooLargeError extends Error {
  override readonly name = 'ContentTooLargeError';
  readonly code = 'DOCUMENT_TOO_LARGE';

  constructor(readonly maximumBytes: number) {
    super(`A document may have at most ${maximumBytes} bytes`);
  }
}
