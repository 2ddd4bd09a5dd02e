import { textFlag } from '../command.js';
import { controlCommand } from '../control/control-command.js';
import { readJsonFlag } from '../json-value.js';

export const sendEventCommand = controlCommand(
  {
    name: 'send-event',
    summary: 'Send an event to the steps of an execution that wait for it.',
    arguments: ['event'],
    flags: {
      payload: { type: 'string', value: '<json>', help: 'what comes with it' },
      path: { type: 'string', value: '<path>', help: 'only to the step there' },
    },
  },
  {
    mutation: 'sendEvent',
    types: { name: 'String!', payload: 'JSON', path: 'String' },
    read: (invocation) => ({
      name: invocation.positionals[1] ?? '',
      payload: readJsonFlag('payload', textFlag(invocation, 'payload')),
      path: textFlag(invocation, 'path'),
    }),
  },
);
