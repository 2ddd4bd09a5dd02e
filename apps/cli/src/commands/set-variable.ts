import { textFlag } from '../command.js';
import { controlCommand } from '../control/control-command.js';
import { readJson } from '../json-value.js';

export const setVariableCommand = controlCommand(
  {
    name: 'set-variable',
    summary: 'Give a variable of an execution another value, written as JSON.',
    arguments: ['variable', 'value'],
    flags: {
      scope: {
        type: 'string',
        value: '<path>',
        help: 'the loop, round or region it lives in; the whole execution when left out',
      },
    },
  },
  {
    mutation: 'setVariable',
    types: { name: 'String!', value: 'JSON', scopePath: 'String' },
    read: (invocation) => ({
      name: invocation.positionals[1] ?? '',
      value: readJson('the value', invocation.positionals[2] ?? ''),
      scopePath: textFlag(invocation, 'scope'),
    }),
  },
);
