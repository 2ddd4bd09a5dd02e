import { controlCommand, readPath } from '../control/control-command.js';

export const giveUpCommand = controlCommand(
  { name: 'give-up', summary: 'Let a blocked step fail.', arguments: ['path'] },
  { mutation: 'giveUpStep', types: { path: 'String!' }, read: readPath },
);
