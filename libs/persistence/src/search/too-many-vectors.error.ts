/** A scope has more vectors than are held in memory for exact comparison. */
export class TooManyVectorsError extends Error {
  override readonly name = 'TooManyVectorsError';
  readonly code = 'DOCUMENT_LIMIT';
  readonly retryable = false;

  constructor(vectors: number, bytes: number, maximumBytes: number) {
    const megabytes = (size: number) => `${Math.ceil(size / 1024 / 1024)} MiB`;
    super(
      `The ${vectors} vectors to search take ${megabytes(bytes)}, and at most ${megabytes(maximumBytes)} are compared ` +
        `exactly. Search fewer documents, use a model with fewer dimensions, or the mode "lexical".`,
    );
  }
}
