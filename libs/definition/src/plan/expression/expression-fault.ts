/** Why an expression could not be parsed or evaluated; never leaves this folder as an exception. */
export class ExpressionFault extends Error {
  constructor(
    message: string,
    readonly start = 0,
    readonly end = start,
  ) {
    super(message);
    this.name = 'ExpressionFault';
  }
}
