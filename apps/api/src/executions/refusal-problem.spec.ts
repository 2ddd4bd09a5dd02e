import type { Control, RefusalCode } from '#interpreter';
import { refusalProblem } from './refusal-problem.js';

const retry: Control = { kind: 'retry-step', path: 'each[3]/read', configuration: null, actor: null };
const event: Control = { kind: 'send-event', name: 'paid', path: null, payload: 1, actor: null };
const variable: Control = { kind: 'set-variable', scopePath: '', name: 'x', value: 1, actor: null };

describe('a refusal as a problem', () => {
  it.each<[RefusalCode, Control, string, string | undefined]>([
    ['EXECUTION_CLOSED', retry, '', 'read'],
    ['STEP_NOT_BLOCKED', retry, '/path', 'read'],
    ['CONFIGURATION_INVALID', retry, '/configuration', 'read'],
    ['EVENT_NOT_AWAITED', event, '/name', undefined],
    ['VALUE_TOO_LARGE', event, '/payload', undefined],
    ['VARIABLE_NOT_FOUND', variable, '/name', undefined],
    ['VALUE_TYPE', variable, '/value', undefined],
  ])('%s of %j stands at "%s"', (code, control, path, stepId) => {
    expect(refusalProblem({ code, message: 'No.' }, control)).toEqual({
      ...{ code, severity: 'error', message: 'No.', path },
      ...(stepId !== undefined && { stepId }),
    });
  });
});
