import { isForbiddenName } from '../forbidden-names.js';

/** Ids of steps: they stand in paths and expressions, so no brackets, slashes, dots or spaces. */
const STEP_ID = /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,127}$/u;
/** Names of inputs, variables and ports. */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_-]{0,127}$/u;

export function isStepId(id: string): boolean {
  return STEP_ID.test(id) && !isForbiddenName(id);
}

export interface NameProblem {
  readonly code: 'NAME_INVALID' | 'FORBIDDEN_NAME';
  readonly message: string;
}

/** What is wrong with the id of a step, or null. */
export function stepIdProblem(id: string): NameProblem | null {
  return STEP_ID.test(id)
    ? forbidden(id)
    : {
        code: 'NAME_INVALID',
        message: 'The id of a step has letters, digits, "_" and "-", at most 128.',
      };
}

/** What is wrong with the name of an input, a variable or a port, or null. */
export function plainNameProblem(name: string): NameProblem | null {
  return PLAIN_NAME.test(name)
    ? forbidden(name)
    : {
        code: 'NAME_INVALID',
        message: 'A name begins with a letter and has letters, digits, "_" and "-", at most 128.',
      };
}

function forbidden(name: string): NameProblem | null {
  return isForbiddenName(name)
    ? { code: 'FORBIDDEN_NAME', message: `"${name}" is not allowed as a name.` }
    : null;
}
