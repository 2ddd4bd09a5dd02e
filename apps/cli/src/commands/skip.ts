import { textFlag } from '../command.js';
import { controlCommand, readPath } from '../control/control-command.js';
import { readJsonFlag } from '../json-value.js';

export const skipCommand = controlCommand(
  {
    name: 'skip',
    summary: 'Go on past a blocked step.',
    arguments: ['path'],
    flags: {
      output: {
        type: 'string',
        value: '<json>',
        help: 'facts to go on with; without them the step counts as skipped',
      },
    },
  },
  {
    mutation: 'skipStep',
    types: { path: 'String!', output: 'JSON' },
    read: (invocation) => ({
      ...readPath(invocation),
      output: readJsonFlag('output', textFlag(invocation, 'output')),
    }),
  },
);
