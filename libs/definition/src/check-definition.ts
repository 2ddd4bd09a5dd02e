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

/** Reads and validates: a text is parsed, anything else is taken as a parsed document. All problems at once. */
export function checkDefinition(input: unknown): Check {
  const read = typeof input === 'string' ? parsePartially(input) : readPartially(input);
  const validated = read.readable === null ? [] : validateDefinition(read.readable);
  const problems = [...read.problems, ...validated];
  return {
    valid: !problems.some(({ severity }) => severity === 'error'),
    definition: read.definition,
    problems,
  };
}
