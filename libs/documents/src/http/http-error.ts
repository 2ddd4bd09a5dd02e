/** Why an outbound call gave no response. */
export type HttpFault =
  'refused' | 'unreachable' | 'timeout' | 'too-large' | 'too-many-redirects' | 'interrupted';

export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    readonly fault: HttpFault,
    message: string,
  ) {
    super(message);
  }
}
