/** Ids of steps: they stand in paths and expressions, so no brackets, slashes, dots or spaces. */
const STEP_ID = /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,127}$/u;
/** Names of inputs, variables and ports. */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_-]{0,127}$/u;

export function isStepId(id: string): boolean {
  return STEP_ID.test(id);
}

export function isPlainName(name: string): boolean {
  return PLAIN_NAME.test(name);
}
