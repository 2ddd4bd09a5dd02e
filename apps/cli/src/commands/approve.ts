import { isSet, textFlag } from '../command.js';
import { controlCommand, readPath } from '../control/control-command.js';

export const approveCommand = controlCommand(
  {
    name: 'approve',
    summary: 'Approve what an execution asks at a step, or reject it.',
    arguments: ['path'],
    flags: {
      reject: { type: 'boolean', help: 'reject it' },
      comment: { type: 'string', value: '<text>', help: 'what to say about it' },
    },
  },
  {
    mutation: 'approve',
    types: { path: 'String!', approved: 'Boolean!', comment: 'String' },
    read: (invocation) => ({
      ...readPath(invocation),
      approved: !isSet(invocation, 'reject'),
      comment: textFlag(invocation, 'comment'),
    }),
  },
);
