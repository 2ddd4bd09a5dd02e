import { textFlag } from '../command.js';
import { controlCommand, readPath } from '../control/control-command.js';
import { readJsonFlag } from '../json-value.js';

export const retryCommand = controlCommand(
  {
    name: 'retry',
    summary: 'Try a blocked step again.',
    arguments: ['path'],
    flags: {
      configuration: {
        type: 'string',
        value: '<json>',
        help: 'settings that replace those of the same name: \'{"limit": 3}\'',
      },
    },
  },
  {
    mutation: 'retryStep',
    types: { path: 'String!', configuration: 'JSON' },
    read: (invocation) => ({
      ...readPath(invocation),
      configuration: readJsonFlag('configuration', textFlag(invocation, 'configuration')),
    }),
  },
);
