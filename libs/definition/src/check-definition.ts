import { inDefinitionOrder } from './definition-order.js';
import type { ProblemCode } from './problem-codes.js';
import type { Problem } from './problem.js';
import { readPartially } from './read/read-definition.js';
import { parsePartially } from './text/parse-definition.js';
import { validateDefinition } from './validate/validate-definition.js';
import type { WorkflowDefinition } from './workflow-definition.js';

export interface Check {
  /** No errors; warnings and hints do not count. */
  readonly valid: boolean;
  /** Null when it could not be read without errors. */
  readonly definition: WorkflowDefinition | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads and validates: a text or the bytes of a file are parsed, anything else is taken as a parsed document.
 * All problems at once, in definition order. Never throws.
 */
export function checkDefinition(input: unknown): Check {
  const read = typeof input === 'string' || isBytes(input) ? parsePartially(input) : readPartially(input);
  const validated = read.readable === null ? [] : validateDefinition(read.readable);
  const certain = read.whole ? validated : validated.filter(({ code }) => !NEEDS_THE_WHOLE.has(code));
  const problems = inDefinitionOrder([...read.problems, ...certain]);
  return {
    valid: !problems.some(({ severity }) => severity === 'error'),
    definition: read.definition,
    problems,
  };
}

/** Looks at nothing that a hostile value could answer itself. */
function isBytes(input: unknown): input is Uint8Array {
  return ArrayBuffer.isView(input) && !(input instanceof DataView);
}

/** What may only seem wrong while a step, a connection or a declaration could not be read. */
const NEEDS_THE_WHOLE: ReadonlySet<string> = new Set<ProblemCode>([
  'CASE_NEVER_CHOSEN',
  'COMPENSATION_INVALID',
  'CONDITION_CASE_UNCONNECTED',
  'CONDITION_ELSE_MISSING',
  'CONDITION_CONTRADICTS_WAY',
  'CONDITION_NEVER_HOLDS',
  'CONTAINER_EMPTY',
  'ERROR_NAME_MISPLACED',
  'ERROR_PORT_UNUSED',
  'EXPRESSION_NAME_AMBIGUOUS',
  'EXPRESSION_NAME_UNKNOWN',
  'JOIN_IMPOSSIBLE',
  'JOIN_NEVER_FIRES',
  'LOOP_NEVER_ENDS',
  'LOOP_PORT_MISPLACED',
  'NO_STEPS',
  'REFERENCE_NOT_UPSTREAM',
  'STEP_INPUT_MISSING',
  'STEP_NEVER_RUNS',
  'STEP_OUTPUT_UNREAD',
  'STEP_PARENT_INVALID',
  'STEP_REGION_INVALID',
  'STEP_UNCONNECTED',
  'STEP_UNREACHABLE',
  'VARIABLE_UNKNOWN',
]);
