/** An expected failure of a step. `code` is from the closed list of error codes; nothing matches on messages. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';

  constructor(
    readonly code: string,
    message: string,
    readonly retryable: boolean,
    /** How long the other side asks to wait before the next attempt. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}
