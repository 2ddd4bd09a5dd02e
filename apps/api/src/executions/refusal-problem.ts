import type { Problem } from '#definition';
import type { Control, Refusal } from '#interpreter';
import { callProblem } from '../problems/to-problem-model.js';
import { stepIdOf } from './instance-path.js';

/** What the execution refused, with its place in the arguments. */
export function refusalProblem({ code, message }: Refusal, control: Control): Problem {
  const path = 'path' in control ? control.path : null;
  return callProblem(code, placeOf(code, control), message, path === null ? undefined : stepIdOf(path));
}

const VALUES: Readonly<Record<Control['kind'], string>> = {
  'retry-step': '/configuration',
  'skip-step': '/output',
  'give-up-step': '/path',
  approve: '/comment',
  'send-event': '/payload',
  'set-variable': '/value',
};

function placeOf(code: Refusal['code'], control: Control): string {
  switch (code) {
    case 'EXECUTION_CLOSED':
      return '';
    case 'STEP_NOT_FOUND':
    case 'STEP_NOT_BLOCKED':
    case 'STEP_NOT_WAITING':
    case 'NOT_ASSIGNED':
      return '/path';
    case 'EVENT_NOT_AWAITED':
    case 'VARIABLE_NOT_FOUND':
      return '/name';
    case 'VALUE_TYPE':
    case 'VALUE_TOO_LARGE':
    case 'CONFIGURATION_INVALID':
      return VALUES[control.kind];
  }
}
