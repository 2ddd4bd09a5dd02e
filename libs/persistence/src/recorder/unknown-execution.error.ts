/** What was to be recorded belongs to no execution (any more): it was never stored, or its owner is gone. */
export class UnknownExecutionError extends Error {
  override readonly name = 'UnknownExecutionError';

  constructor(readonly executionId: string) {
    super(`There is no execution ${executionId}`);
  }
}
