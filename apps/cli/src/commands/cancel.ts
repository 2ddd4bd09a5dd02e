import { controlCommand } from '../control/control-command.js';

export const cancelCommand = controlCommand(
  { name: 'cancel', summary: 'Cancel an execution: what runs is told to stop.', arguments: [] },
  { mutation: 'cancelExecution', types: {}, read: () => ({}) },
);
