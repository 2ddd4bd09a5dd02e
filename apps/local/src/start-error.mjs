/** Something a person has to put right: shown without a stack trace. */
export class StartError extends Error {
  /** @param {string} message says what is wrong and what to do */
  constructor(message) {
    super(message);
    this.name = 'StartError';
  }
}
